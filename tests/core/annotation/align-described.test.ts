import { describe, expect, test } from 'vitest';
import { describeTarget } from '../../../core/annotation/describe-target.ts';
import { matchTarget } from '../../../core/annotation/match-target.ts';
import { makeUnit, makeWork } from './sample.ts';

/** Where the `[marked]` words of one English unit stand in the new units, by what was kept of them: marked, or 'orphan'. */
function find(id: string, marked: string, after: Readonly<Record<string, string>>): string {
  const start = marked.indexOf('[');
  const span = { start, end: marked.indexOf(']') - 1 };
  const target = describeTarget(makeUnit(id, '', marked.replace(/[[\]]/g, '')), 'en', span);
  const units = Object.entries(after).map(([unit, text]) => makeUnit(unit, '', text));
  const match = matchTarget(makeWork(...units), target);
  if (match.type === 'orphan') return 'orphan';
  const text = after[match.unit] ?? '';
  const [from, to] = [match.span.start, match.span.end];
  return `${match.unit}: ${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`;
}

const COOPERATION = 'The Parties shall strengthen cooperation on the basis of equality. ';
const EXCHANGES = 'The Parties shall strengthen exchanges on the basis of equality. ';
const AGREE = 'the Parties agree to cooperate, ';
const RESPECT = 'respect for the sovereignty of every country, ';
const ACTS = 'and oppose acts that infringe the sovereignty of other countries. ';

describe('described words, looked for in units that were parted, joined and numbered anew', () => {
  test('are found though another unit has more beside them than is left in their own', () => {
    const after = {
      a: `provide technical assistance to , and jointly build a peaceful, secure, open and cooperative information developing countries;`,
      u: 'rights and interests of the two countries on Internet, and jointly build a peaceful, secure, open and ',
      new: 'cooperative information space;',
    };
    const before =
      'rights and interests of the two countries on Internet, and jointly [build a peaceful, secure, open and] cooperative information space;';
    expect(find('u', before, after)).toBe(
      'u: rights and interests of the two countries on Internet, and jointly [build a peaceful, secure, open and] ',
    );
  });

  test('are detached where the number went to a clause with the formula and their own was parted', () => {
    const after = {
      u: `${AGREE}${COOPERATION}${EXCHANGES}${ACTS}7. Advance cooperation`,
      v: `${COOPERATION}and oppose acts`,
      new: ' that infringe the sovereignty of other countries. ',
    };
    const before = `${COOPERATION}and oppose acts [that infringe the sovereignty of other countries.] `;
    expect(find('u', before, after)).toBe('orphan');
  });

  test('are detached where the halves of their clause lie two units farther on', () => {
    const after = {
      a: EXCHANGES,
      u: `bridge the digital divide;${ACTS}`,
      v: `${AGREE}and the Parties`,
      w: ' acts that infringe the sovereignty of other countries',
      x: `. ${AGREE}`,
    };
    expect(
      find(
        'u',
        `${AGREE}and [oppose] acts that infringe the sovereignty of other countries. ${AGREE}`,
        after,
      ),
    ).toBe('orphan');
  });
});

describe('described words, looked for in a unit that repeats them', () => {
  test('are detached where the whole clause was put into itself', () => {
    const after = { u: 'the Parties agree to the Parties agree to cooperate, cooperate, ', v: COOPERATION };
    expect(find('u', 'the Parties agree [to cooperate,] ', after)).toBe('orphan');
  });

  test('are detached where they may have stood at the edge of the segment', () => {
    const after = {
      u: 'The The Parties shall strengthen exchanges on the basis of equality. Parties shall strengthen exchanges on the basis of equality. ',
    };
    expect(find('u', 'The Parties [shall strengthen exchanges on the] basis of equality. ', after)).toBe(
      'orphan',
    );
  });

  test('are detached where they were taken away and a near unit has what stood around both', () => {
    const clause = (name: string): string => `All countries shall respect ${name} of others. `;
    const after = {
      a: clause('the borders'),
      u: `${clause('the borders')}Item 1. All countries shall of others. `,
    };
    expect(
      find(
        'u',
        `${clause('the borders')}Item 1. All countries shall [respect] the borders of others. `,
        after,
      ),
    ).toBe('orphan');
  });
});

describe('few words between two edits', () => {
  const other =
    'In order to implement the above mentioned tasks, a minister is designated as senior representative';

  test('are found where no weight has them anywhere else', () => {
    const after = { a: other, u: `the Parties agree ${ACTS}to cooperate, ` };
    expect(find('u', 'the [Parties] agree to cooperate, ', after)).toBe(
      `u: the [Parties] agree ${ACTS}to cooperate, `,
    );
  });

  test('are found where only this place is allowed by every weight', () => {
    const after = {
      a: other,
      u: 'respect for the',
      x: ' sovereignty of every and oppose acts that infringe',
      y: ' the sovereignty of other countries. ',
    };
    expect(find('u', 'respect for [the] sovereignty of every country, ', after)).toBe('u: respect for [the]');
  });

  test('are detached where they may as well stand in the unit beside it', () => {
    const after = { a: `${AGREE}${other}`, u: `the Parties ${ACTS}` };
    expect(find('u', 'the [Parties] agree to cooperate, ', after)).toBe('orphan');
  });
});

describe('words in a segment of which only white space has changed', () => {
  const before =
    'respect for the sovereignty of every country, respect for [the sovereignty of every] country, Beijing';
  const others = { a: `XI Jinping${RESPECT}${ACTS}`, b: COOPERATION, c: EXCHANGES };

  test('stand where they stood, whatever other units have', () => {
    const after = before.replace('respect for the', 'respect  forthe').replace(', Beijing', ',\n Beijing');
    expect(find('u', before, { ...others, u: after.replace(/[[\]]/g, '') })).toBe(`u: ${after}`);
  });

  test('are looked for as any others once a letter has changed too', () => {
    const after = before.replace('[the sovereignty of every]', 'sovereignty of every');
    expect(find('u', before, { ...others, u: after })).toBe('orphan');
  });
});

describe('words at the ends of the context and of an edit', () => {
  test.each([
    [
      'a word run together with an insertion',
      `[and oppose] acts that infringe the sovereignty of other countries. ${COOPERATION}`,
      `and oppose acts thatrespect for the sovereignty of every country,  infringe the sovereignty of other countries. ${COOPERATION}`,
      '[and oppose] acts thatrespect',
    ],
  ])('%s counts', (_case, before, after, start) => {
    expect(find('u', before, { a: `${AGREE}${AGREE}`, u: after })).toContain(`u: ${start}`);
  });

  test('a word that the context cuts in two is not taken for one of the described words', () => {
    const before = `${ACTS}the [Parties agree to cooperate, and oppose acts that infringe the sovereignty of other countries.] `;
    const after = `and oppose acts that${RESPECT}infringe the sovereignty ${COOPERATION}of other countries. the Parties agree to cooperate, ${ACTS}`;
    expect(find('u', before, { u: after })).toContain(
      'countries. the [Parties agree to cooperate, and oppose',
    );
  });

  test('a word that the context cuts in two is known by the word beside it', () => {
    const start = `5. Solidly protect the rights of citizens in a peaceful and open information space;respect for the `;
    const before = `${start}[sovereignty of every country, respect] for the sovereignty of every country, the Parties agree`;
    const after = `${start}sovereignty of every country, respect for the sovereignty of every ${ACTS}the Parties agree`;
    expect(find('u', before, { u: after })).toContain('[sovereignty of every country, respect] for the');
  });

  test('a short word run together with an insertion counts beside the word it stood beside', () => {
    const after = {
      a: `Minister of Cyberspace Administration of the People's Republic of China and Aide to the President`,
      b: EXCHANGES,
      c: COOPERATION,
      u: `President of the People's Republic of${ACTS}China\nXI Jinping`,
    };
    expect(find('u', "President of the [People]'s Republic of China\nXI Jinping", after)).toContain(
      "u: President of the [People]'s Republic of",
    );
    // Nothing says so of a longer word that begins alike.
    const longer = { ...after, u: `President of the People's Republic offshore, China\nXI Jinping` };
    expect(find('u', "President of the [People]'s Republic of China\nXI Jinping", longer)).toBe('orphan');
  });

  test('words that were run together with others are not found inside them', () => {
    const after = { u: `${AGREE}the Parties agreeto cooperateand oppose ` };
    expect(find('u', `${AGREE}the Parties agree [to cooperate,] `, after)).toBe('orphan');
  });
});
