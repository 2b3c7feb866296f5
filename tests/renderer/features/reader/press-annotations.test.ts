import { describe, expect, it } from 'vitest';
import { pressAnnotations } from '../../../../renderer/features/reader/press-annotations.ts';

describe('a press on words', () => {
  it('does nothing where no annotation lies', () => {
    expect(pressAnnotations([], 'a')).toEqual({ type: 'none' });
  });

  it('takes the only one, pressed once or again', () => {
    expect(pressAnnotations(['a'], undefined)).toEqual({ type: 'activated', id: 'a' });
    expect(pressAnnotations(['a'], 'a')).toEqual({ type: 'activated', id: 'a' });
  });

  it('takes the first of several, unless one of them is active already', () => {
    expect(pressAnnotations(['b', 'a', 'c'], undefined)).toEqual({ type: 'activated', id: 'b' });
    expect(pressAnnotations(['b', 'a', 'c'], 'elsewhere')).toEqual({ type: 'activated', id: 'b' });
    expect(pressAnnotations(['b', 'a', 'c'], 'c')).toEqual({ type: 'choice' });
  });
});
