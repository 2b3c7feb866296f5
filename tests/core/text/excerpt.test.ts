import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { findExcerpt, findExcerpts, splitExcerpt } from '../../../core/text/excerpt.ts';
import { spanText, type TextSpan } from '../../../core/text/text-span.ts';

const ENGLISH =
  'Jointly advocate respect to and oppose infringements on every country’s sovereignty in information space; ' +
  'strengthen economic cooperation in information space, enhance communication between enterprises.';
const CHINESE =
  '加强信息网络空间领域的经济合作，促进两国产业间交往并推动多边合作，向发展中国家提供技术协助，弥合数字鸿沟。';

function spansOf(text: string, words: string): TextSpan[] {
  return [...text.matchAll(new RegExp(words, 'gu'))].map(({ index }) => ({
    start: index,
    end: index + words.length,
  }));
}

function show(text: string, words: string, columns: number): string {
  const parts = splitExcerpt(text, findExcerpt(text, spansOf(text, words), columns));
  return parts.map((part) => (part.isHit ? `[${part.text}]` : part.text)).join('');
}

describe('an excerpt', () => {
  it('is the whole text where that fits', () => {
    expect(show('于北京', '北京', 20)).toBe('于[北京]');
  });

  it('shows the hit with more of what follows than of what goes before, cut at words', () => {
    expect(show(ENGLISH, 'sovereignty', 40)).toBe('…country’s [sovereignty] in information…');
  });

  it('counts a Han character as two columns', () => {
    expect(show(CHINESE, '多边合作', 32)).toBe('…往并推动[多边合作]，向发展中国家提…');
  });

  it('goes where most hits are', () => {
    expect(show('合作一二三四五六七八九十合作与合作', '合作', 14)).toBe('…九十[合作]与[合作]');
  });

  it('never opens with punctuation that belongs to what is cut off', () => {
    expect(show(CHINESE, '促进两国', 20).startsWith('…，')).toBe(false);
  });

  it('begins at the beginning where nothing is to be marked', () => {
    expect(show(ENGLISH, 'absent', 20)).toBe('Jointly advocate…');
  });

  it('shows a hit whole that is longer than the line', () => {
    expect(show(ENGLISH, 'oppose infringements on every country’s sovereignty', 20)).toContain(
      '[oppose infringements on every country’s sovereignty]',
    );
  });

  it('turns line breaks of the source into spaces', () => {
    expect(show('Xi Jinping\nVladimir Putin', 'Putin', 60)).toBe('Xi Jinping Vladimir [Putin]');
  });
});

const textWithHits = fc
  .array(fc.constantFrom('word', ' ', '，', '合作', '𠮷', 'é', '\n', 'information'), { maxLength: 60 })
  .chain((pieces) => fc.tuple(fc.constant(pieces), fc.subarray(pieces.map((_, index) => index))))
  .map(([pieces, marked]) => {
    const starts = pieces.map((_, index) => pieces.slice(0, index).join('').length);
    const hits = marked.map((index) => {
      const start = starts[index] ?? 0;
      return { start, end: start + (pieces[index]?.length ?? 0) };
    });
    return { text: pieces.join(''), hits };
  });

describe('the laws of excerpts', () => {
  test.prop([textWithHits, fc.integer({ min: 4, max: 60 })])(
    'hold every hit exactly once',
    ({ text, hits }, columns) => {
      const found = findExcerpts(text, hits, columns).flatMap((excerpt) => excerpt.hits);
      expect(found.toSorted((a, b) => a.start - b.start)).toEqual(hits);
    },
  );

  test.prop([textWithHits, fc.integer({ min: 4, max: 60 })])(
    'are a stretch of the text, of at most the columns asked for unless one hit is longer',
    ({ text, hits }, columns) => {
      const { span, hits: inside } = findExcerpt(text, hits, columns);
      expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
      expect(spanText(text, span).isWellFormed()).toBe(true);
      const widest = Math.max(0, ...inside.map((hit) => 2 * (hit.end - hit.start)));
      expect(span.end - span.start).toBeLessThanOrEqual(Math.max(columns, widest));
    },
  );

  test.prop([textWithHits, fc.integer({ min: 4, max: 60 })])(
    'read as the text does, marks and ellipses aside',
    ({ text, hits }, columns) => {
      const excerpt = findExcerpt(text, hits, columns);
      const parts = splitExcerpt(text, excerpt);
      const read = parts
        .map((part) => part.text)
        .join('')
        .replaceAll('…', '');
      expect(read.replaceAll(/\s/gu, '')).toBe(spanText(text, excerpt.span).replaceAll(/\s/gu, ''));
      expect(parts.filter((part) => part.isHit)).toHaveLength(excerpt.hits.length);
    },
  );
});
