import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, settingsSchema } from '../../../../core/settings/settings.ts';
import { changeReading, renameColor } from '../../../../renderer/features/settings/settings-change.ts';

describe('changing a reading preference', () => {
  it('replaces that one and leaves the others and the given settings as they are', () => {
    const changed = changeReading(DEFAULT_SETTINGS, { fontSize: 21 });

    expect(changed).toEqual({ ...DEFAULT_SETTINGS, reading: { ...DEFAULT_SETTINGS.reading, fontSize: 21 } });
    expect(DEFAULT_SETTINGS.reading.fontSize).toBe(17);
  });
});

describe('renaming a colour', () => {
  const named = renameColor(DEFAULT_SETTINGS, 'blue', 'legal term');

  it('keeps the name beside those of the other colours', () => {
    expect(renameColor(named, 'red', '疑问').colorNames).toEqual({ blue: 'legal term', red: '疑问' });
  });

  it.each(['', '   ', '　'])('gives the usual name back for an empty one (%j)', (name) => {
    expect(renameColor(named, 'blue', name).colorNames).toEqual({});
  });

  it('always gives settings that can be saved', () => {
    for (const name of ['', ' ', 'x', '关键 ']) {
      expect(settingsSchema.safeParse(renameColor(named, 'blue', name)).success).toBe(true);
    }
  });
});
