import { describe, expect, test } from 'vitest';
import { importFiles, type ImportResult } from '../../../core/import/import-files.ts';
import { recognizeDebris } from '../../../core/import/structure/page-debris.ts';
import { textFile } from './write-files.ts';

async function take(name: string, text: string): Promise<ImportResult> {
  return importFiles([textFile(name, text)]);
}

function outline({ units }: ImportResult): readonly (readonly (string | undefined)[])[] {
  return units.map(({ kind, number, segments }) => [kind, number, ...Object.values(segments)]);
}

const NOTICE = `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>x</title></head><body>
<div id="header"><a href="/">首页</a> | <a href="/news">新闻</a> | <a href="/en">English</a></div>
<div class="crumbs">您的位置：<a>首页</a> &gt; <a>新闻</a> &gt; 正文</div>
<div id="content"><h1>关于加强信息安全的通知</h1><div class="info">2021-03-05 10:22 来源：新华社 【字体：大 中 小】 打印</div>
<p>　　为了加强信息安全，现通知如下：<br/>In order to strengthen information security, it is hereby notified as follows:</p>
<p>　　一、各部门应当建立安全管理制度。</p><p>I. All departments shall establish a security management system.</p>
<p>　　二、各部门应当定期检查ICT设备。</p><p>II. All departments shall inspect ICT equipment regularly.</p>
<p>国务院办公厅<br>2021年3月5日</p><p>General Office of the State Council<br>March 5, 2021</p></div>
<div class="share">分享到：<a>微信</a><a>微博</a></div>
<div class="related"><h3>相关阅读</h3><ul><li><a>国务院发布新规定</a></li><li><a>专家解读信息安全</a></li></ul></div>
<div id="footer">版权所有 © 2021 京ICP备12345678号</div></body></html>`;

describe('a page', () => {
  test('gives its text with what each part is, and sets aside what stands around it', async () => {
    const result = await take('a.html', NOTICE);
    expect(outline(result)).toEqual([
      ['title', undefined, '关于加强信息安全的通知', ''],
      [
        'paragraph',
        undefined,
        '为了加强信息安全，现通知如下：',
        'In order to strengthen information security, it is hereby notified as follows:',
      ],
      [
        'item',
        '1',
        '一、各部门应当建立安全管理制度。',
        'I. All departments shall establish a security management system.',
      ],
      [
        'item',
        '2',
        '二、各部门应当定期检查ICT设备。',
        'II. All departments shall inspect ICT equipment regularly.',
      ],
      ['signature', undefined, '国务院办公厅', 'General Office of the State Council'],
      ['dateline', undefined, '2021年3月5日', 'March 5, 2021'],
    ]);
    expect(result.setAside.map(({ reason, text }) => [reason, text])).toEqual([
      ['navigation', '首页 | 新闻 | English'],
      ['navigation', '您的位置：首页 > 新闻 > 正文'],
      ['byline', '2021-03-05 10:22 来源：新华社 【字体：大 中 小】 打印'],
      ['share', '分享到：微信微博'],
      ['navigation', '相关阅读'],
      ['navigation', '国务院发布新规定'],
      ['navigation', '专家解读信息安全'],
      ['copyright', '版权所有 © 2021 京ICP备12345678号'],
    ]);
  });

  test('is restored as a whole by the ids of what was set aside', async () => {
    const { setAside } = await take('a.html', NOTICE);
    const restored = await importFiles([textFile('a.html', NOTICE)], {
      restore: setAside.map(({ id }) => id),
    });
    expect(restored.setAside).toEqual([]);
    const all = restored.units.flatMap(({ segments }) => Object.values(segments)).join('\n');
    for (const { text } of setAside) expect(all).toContain(text);
  });

  test.each([
    ['byline', '来源：新华网'],
    ['byline', '责任编辑：王小明'],
    ['byline', '2021-03-05 10:22:31'],
    ['byline', 'Xinhua, June 27, 2016'],
    ['byline', 'Print date: 2016-06-27'],
    ['share', '分享到微信朋友圈'],
    ['share', 'Share this article'],
    ['comments', '网友评论（12）'],
    ['comments', 'Leave a comment'],
    ['page-tools', '打印本页'],
    ['page-tools', '【大 中 小】'],
    ['page-tools', 'Back to top'],
    ['navigation', '上一篇：关于合作的声明'],
    ['navigation', 'Home > News > World'],
    ['navigation', 'Related stories'],
    ['advert', '广告'],
    ['advert', 'Subscribe now'],
    ['copyright', 'Copyright © 2016 China.org.cn'],
    ['caption', '新华社记者李明摄'],
    ['caption', 'The two presidents meet in Beijing. [Photo/Xinhua]'],
    ['page-number', '- 12 -'],
    ['separator', '* * *'],
  ])('has parts such as (%s) %s', (reason, line) => {
    expect(recognizeDebris(line)).toBe(reason);
  });

  test.each([
    '双方同意分享信息。',
    'The two sides share the view that peace matters.',
    'Comments by the two sides are attached.',
    '编辑和出版自由',
    'Home affairs',
    'Next, the parties agreed on trade.',
    'Search and rescue',
    '《版权法》',
    'Copy of the treaty',
    'Printing and publishing',
    '一、合作',
    '2016年6月25日',
  ])('and does not take for one: %s', (line) => {
    expect(recognizeDebris(line)).toBeUndefined();
  });
});

describe('a text in several languages', () => {
  test('in Russian and Chinese, with its signatures', async () => {
    const text =
      'Договор о добрососедстве\n睦邻友好合作条约\nСтатья 1\n第一条\nСтороны развивают отношения доверительного партнерства.\n缔约双方发展平等信任的伙伴关系。\nЗа Российскую Федерацию\nВ. Путин\n俄罗斯联邦代表\n弗·普京\n';
    const result = await take('a.txt', text);
    expect(result.languages).toEqual(['ru', 'zh-Hans']);
    expect(outline(result)).toEqual([
      ['title', undefined, 'Договор о добрососедстве', '睦邻友好合作条约'],
      ['heading', '1', 'Статья 1', '第一条'],
      [
        'paragraph',
        undefined,
        'Стороны развивают отношения доверительного партнерства.',
        '缔约双方发展平等信任的伙伴关系。',
      ],
      ['signature', undefined, 'За Российскую Федерацию\nВ. Путин', '俄罗斯联邦代表\n弗·普京'],
    ]);
  });

  test('in traditional characters, with a title in one language only', async () => {
    const text =
      '論語\n\n學而時習之，不亦說乎？\nIs it not pleasant to learn with a constant perseverance?\n\n人不知而不慍，不亦君子乎？\nIs he not a man of complete virtue, who feels no discomposure?\n';
    const result = await take('a.txt', text);
    expect(result.languages).toEqual(['zh-Hant', 'en']);
    expect(
      outline(result).map(([kind, , chinese, english]) => [kind, chinese?.slice(0, 4), english?.slice(0, 9)]),
    ).toEqual([
      ['title', '論語', ''],
      ['paragraph', '學而時習', 'Is it not'],
      ['paragraph', '人不知而', 'Is he not'],
    ]);
  });

  test('broken at the width of a page, one language after the other', async () => {
    const text = `                THE PREAMBLE

We the peoples of the United Nations determined to save succeeding
generations from the scourge of war, which twice in our lifetime has
brought untold sorrow to mankind, and to reaffirm faith in human
rights and in the dignity and worth of the human person.

And for these ends to practice tolerance and live together in peace
with one another as good neighbours.

                    序言

我联合国人民同兹决心，欲免后世再遭今代人类两度身历惨不堪言之战
祸，重申基本人权，人格尊严与价值之信念。

并为达此目的，力行容恕，彼此以善邻之道，和睦相处。
`;
    const result = await take('a.txt', text);
    expect(
      outline(result).map(([kind, , english, chinese]) => [kind, english?.slice(-12), chinese?.slice(-6)]),
    ).toEqual([
      ['title', 'THE PREAMBLE', '序言'],
      ['paragraph', 'uman person.', '价值之信念。'],
      ['paragraph', ' neighbours.', '，和睦相处。'],
    ]);
  });

  test('said by the reader to be in another language', async () => {
    const files = [
      textFile('a.txt', '双方同意合作。\n双方相互尊重。'),
      textFile('b.txt', 'Les deux parties conviennent de coopérer.\nElles se respectent.'),
    ];
    expect((await importFiles(files)).languages).toEqual(['zh-Hans', 'fr']);
    const { languages } = await importFiles(files, { files: { 'b.txt': { language: 'oc' } } });
    expect(languages).toEqual(['zh-Hans', 'oc']);
  });
});
