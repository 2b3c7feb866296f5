import { expect, test } from 'vitest';
import { resolveLocale } from '../../../../tools/electron-standin/api/locale.ts';

test.each([
  ['zh-CN', { LANG: 'en_US.UTF-8' }, 'zh-CN'],
  [undefined, { LANG: 'zh_CN.UTF-8' }, 'zh-CN'],
  [undefined, { LANG: 'en_US.UTF-8', LC_ALL: 'ru_RU.UTF-8' }, 'ru-RU'],
  [undefined, { LANG: 'zh_Hant_TW@stroke' }, 'zh-Hant-TW'],
  [undefined, { LANG: 'en_US.UTF-8', LC_ALL: '' }, 'en-US'],
  [undefined, { LC_ALL: 'C.UTF-8' }, 'en-US'],
  [undefined, {}, 'en-US'],
])('--lang=%s in %o is %s', (chosen, environment, locale) => {
  expect(resolveLocale(chosen, environment)).toBe(locale);
});
