import type { ConcordanceAnswer } from '../../../core/concordance/concordance-question.ts';
import { useText, type Text } from '../../i18n/use-text.ts';
import type { ConcordanceHandle } from './use-concordance.ts';

interface Props {
  readonly concordance: ConcordanceHandle;
}

/** How much was found, or that it is still being looked for. */
export function ConcordanceCount({ concordance: { phase } }: Props) {
  const text = useText();
  return (
    <span role="status">
      {phase.type === 'computing' && phase.answer === null
        ? text('concordance.computing')
        : phase.type === 'failed' || phase.answer === null
          ? ''
          : describeCount(phase.answer, text)}
    </span>
  );
}

function describeCount(answer: ConcordanceAnswer, text: Text): string {
  const cut = (words: string, total: number, shown: number): string =>
    shown < total ? text('concordance.count.cut', { words, shown }) : words;
  switch (answer.view) {
    case 'lines': {
      const words = text('concordance.count.lines', { count: answer.total });
      return cut(words, answer.total, answer.lines.length);
    }
    case 'renderings': {
      const ways = answer.rows.filter(({ rendering }) => rendering.type === 'rendered').length;
      return text('concordance.count.renderings', { count: ways, lines: answer.total });
    }
    case 'matrix': {
      const inconsistent = answer.rows.filter(({ isInconsistent }) => isInconsistent).length;
      return text('concordance.count.matrix', { count: answer.rows.length, inconsistent });
    }
    case 'formulas': {
      const words = text('concordance.count.formulas', { count: answer.total });
      return cut(words, answer.total, answer.formulas.length);
    }
    case 'frequencies': {
      const words = text('concordance.count.frequencies', { count: answer.total, size: answer.size });
      return cut(words, answer.total, answer.rows.length);
    }
  }
}
