import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { SearchOutcome } from '../../../../core/search/search-result.ts';
import {
  currentOutcome,
  INITIAL_SEARCH,
  reduceSearch,
  type SearchAction,
  type SearchState,
} from '../../../../renderer/features/search/search-state.ts';

const FOUND: SearchOutcome = {
  results: [{ unitId: 'u1', position: 0, score: 1, matches: [] }],
  total: 1,
  problems: [],
};
const NOTHING: SearchOutcome = { results: [], total: 0, problems: [] };

function run(...actions: readonly SearchAction[]): SearchState {
  return actions.reduce(reduceSearch, INITIAL_SEARCH);
}

function typed(text: string, isComposing = false): SearchAction {
  return { type: 'typed', text, isComposing };
}

describe('typing a query', () => {
  it('asks for it without the white space around it', () => {
    expect(run(typed(' 主权 '))).toMatchObject({
      text: ' 主权 ',
      query: '主权',
      phase: { type: 'searching' },
    });
  });

  it('waits while an input method is composing, and shows what it shows', () => {
    const state = run(typed('主权'), typed('主权kong', true));
    expect(state).toMatchObject({ text: '主权kong', query: '主权' });
    expect(reduceSearch(state, typed('主权空'))).toMatchObject({
      query: '主权空',
      phase: { type: 'searching' },
    });
  });

  it('asks nothing new for white space', () => {
    const state = run(typed('主权'), { type: 'answered', query: '主权', outcome: FOUND }, typed('主权 '));
    expect(state.phase).toEqual({ type: 'ready', outcome: FOUND });
  });

  it('keeps the previous results while the next are on their way, and forgets the active one', () => {
    const state = run(
      typed('主'),
      { type: 'answered', query: '主', outcome: FOUND },
      { type: 'previewed', key: 'u1 zh-Hans' },
      typed('主权'),
    );
    expect(currentOutcome(state)).toBe(FOUND);
    expect(state.activeKey).toBeNull();
    expect(state.isAway).toBe(true);
  });
});

describe('an answer', () => {
  it('to what is no longer asked is dropped', () => {
    const state = run(typed('主'), typed('主权'), { type: 'answered', query: '主', outcome: FOUND });
    expect(state.phase).toEqual({ type: 'searching', previous: null });
  });

  it('that comes after the search was closed is dropped', () => {
    const state = run(typed('主'), { type: 'closed' }, { type: 'answered', query: '', outcome: FOUND });
    expect(state).toEqual(INITIAL_SEARCH);
  });

  it('to the same query again, after the notes have changed, keeps the active line', () => {
    const state = run(
      typed('主'),
      { type: 'answered', query: '主', outcome: NOTHING },
      { type: 'previewed', key: 'u1 zh-Hans' },
      { type: 'answered', query: '主', outcome: FOUND },
    );
    expect(state).toMatchObject({ activeKey: 'u1 zh-Hans', phase: { type: 'ready', outcome: FOUND } });
  });
});

describe('a search that broke down', () => {
  const broken = run(typed('主'), { type: 'broken', detail: 'no worker' });

  it('says why, and shows no results', () => {
    expect(broken.phase).toEqual({ type: 'failed', detail: 'no worker' });
    expect(currentOutcome(broken)).toBeNull();
  });

  it('is tried again on demand and by the next query', () => {
    expect(reduceSearch(broken, { type: 'retried' }).phase.type).toBe('searching');
    expect(reduceSearch(broken, typed('主权')).phase.type).toBe('searching');
  });

  it('says nothing while nothing is asked', () => {
    expect(run({ type: 'broken', detail: 'no worker' })).toEqual(INITIAL_SEARCH);
  });
});

describe('the place of the reader', () => {
  const away = run(typed('主'), { type: 'previewed', key: 'a' });

  it('is another once a result is shown, until the reader goes to one or goes on in the text', () => {
    expect(away.isAway).toBe(true);
    expect(reduceSearch(away, { type: 'gone-to', key: 'a' }).isAway).toBe(false);
    expect(reduceSearch(away, { type: 'settled' }).isAway).toBe(false);
  });
});

describe('the hit the reader stands on', () => {
  const standing = run(typed('主'), { type: 'gone-to', key: 'a', nth: 2, wrapped: 'end' });

  it('is one of a line, and says once that an end was passed', () => {
    expect(standing).toMatchObject({ activeKey: 'a', activeNth: 2, wrapped: 'end' });
    expect(reduceSearch(standing, { type: 'gone-to', key: 'a', nth: 3 })).toMatchObject({
      activeNth: 3,
      wrapped: null,
    });
  });

  it('is the first of a line that was chosen', () => {
    expect(reduceSearch(standing, { type: 'previewed', key: 'b' }).activeNth).toBe(0);
  });

  it.each<SearchAction>([{ type: 'left' }, typed('主权'), { type: 'closed' }])(
    'is none after %j',
    (action) => {
      expect(reduceSearch(standing, action)).toMatchObject({ activeKey: null, activeNth: 0, wrapped: null });
    },
  );
});

const anyAction: fc.Arbitrary<SearchAction> = fc.oneof(
  fc.record({
    type: fc.constant('typed' as const),
    text: fc.constantFrom('', ' ', '主', '主权'),
    isComposing: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('answered' as const),
    query: fc.constantFrom('', '主', '主权'),
    outcome: fc.constant(FOUND),
  }),
  fc.record({ type: fc.constant('broken' as const), detail: fc.constant('x') }),
  fc.constantFrom<SearchAction>({ type: 'retried' }, { type: 'closed' }, { type: 'settled' }),
);

describe('whatever happens', () => {
  test.prop([fc.array(anyAction, { maxLength: 20 })])(
    'search is idle exactly while nothing is asked',
    (actions) => {
      const state = run(...actions);
      expect(state.phase.type === 'idle').toBe(state.query === '');
    },
  );
});
