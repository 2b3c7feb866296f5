import { describe, expect, test } from 'vitest';
import { nextStep, type KnownLibrary } from '../../../renderer/app/search-link-step.ts';

const listed: KnownLibrary = {
  openId: 'open',
  works: [{ id: 'open' }, { id: 'other' }],
  isListed: true,
  listFailure: undefined,
};
const unlisted: KnownLibrary = { ...listed, works: [], isListed: false };

function linkTo(workId: string | null) {
  return { query: '网络', workId };
}

describe('a link to a search', () => {
  test.each([
    ['in all texts', null],
    ['in the text that is open', 'open'],
  ])('%s is followed at once, whatever is known of the library', (_, workId) => {
    expect(nextStep(linkTo(workId), listed)).toBe('search');
    expect(nextStep(linkTo(workId), unlisted)).toBe('search');
  });

  test('in another text opens it first', () => {
    expect(nextStep(linkTo('other'), listed)).toBe('open-work');
    expect(nextStep(linkTo('other'), { ...listed, openId: undefined })).toBe('open-work');
  });

  test('in a text that is not there is not followed', () => {
    expect(nextStep(linkTo('gone'), listed)).toBe('no-text');
  });

  test('in another text waits until it is known which texts there are', () => {
    expect(nextStep(linkTo('other'), unlisted)).toBe('wait');
    expect(nextStep(linkTo('gone'), unlisted)).toBe('wait');
  });

  test('in another text is tried where the library could not be listed', () => {
    const failed: KnownLibrary = { ...unlisted, listFailure: { code: 'unexpected', detail: 'no disk' } };
    expect(nextStep(linkTo('other'), failed)).toBe('open-work');
  });
});
