import { describe, expect, test } from 'vitest';
import {
  isDateLine,
  isNameLine,
  isOfficeLine,
  isPlaceLine,
} from '../../../../core/import/structure/closing-lines.ts';

describe('lines that end a text', () => {
  test.each([
    '二○一六年六月二十五日',
    '二〇二一年六月二十八日于北京、莫斯科',
    '2016年6月25日',
    '2016年6月25日于北京签署。',
    '（2016年6月25日，北京）',
    'June 25, 2016',
    '25 June 2016',
    'Done at Beijing on 25 June 2016.',
    'Beijing, 25 June 2016',
    '(Beijing, June 25, 2016)',
    '25 июня 2016 года',
    'г. Пекин, 25 июня 2016 года',
    '2016-06-25',
  ])('%s is a date', (line) => {
    expect(isDateLine(line)).toBe(true);
  });

  test.each([
    '我们忆及2015年5月两国签署的联合声明，',
    '2016年6月25日，国家主席习近平在北京人民大会堂同俄罗斯总统普京举行会谈。',
    'Recalling the Joint Statement dated in May 2015,',
    'In 2016 the two sides agreed on trade.',
    'The Agreement entered into force on 25 June 2016.',
    '2016',
    '第一条',
  ])('%s is not', (line) => {
    expect(isDateLine(line)).toBe(false);
  });

  test.each([
    '习近平',
    '弗·弗·普京',
    'XI Jinping',
    'Vladimir Vladimirovich PUTIN',
    'António Guterres',
    'В. В. Путин',
  ])('%s is a name', (line) => expect(isNameLine(line)).toBe(true));

  test.each(['俄罗斯联邦总统', 'President of the Russian Federation', 'Beijing', '中华人民共和国主席'])(
    '%s is no name',
    (line) => expect(isNameLine(line)).toBe(false),
  );

  test.each([
    '俄罗斯联邦总统',
    'President of the Russian Federation',
    'For the Government of Canada',
    'За Правительство',
  ])('%s is an office or a party', (line) => expect(isOfficeLine(line)).toBe(true));

  test.each(['于北京', 'Beijing', 'at Beijing', 'г. Пекин'])('%s is a place', (line) => {
    expect(isPlaceLine(line)).toBe(true);
  });
});
