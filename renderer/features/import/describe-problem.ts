import type { ImportProblem } from '../../../core/import/import-error.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import type { Text } from '../../i18n/use-text.ts';

/** Says why there is no text of several languages in the files, and what can be done. */
export function describeProblem(
  problem: ImportProblem,
  text: Text,
  languageName: (language: LanguageTag) => string,
): string {
  switch (problem.code) {
    case 'too-many-files':
    case 'too-much-text':
      return text(`import.problem.${problem.code}`, { most: problem.most });
    case 'too-large':
      return text('import.problem.too-large', {
        size: Math.ceil(problem.bytes / MEGABYTE),
        most: Math.floor(problem.most / MEGABYTE),
      });
    case 'archive-bomb':
      return text('import.problem.archive-bomb', { most: Math.floor(problem.most / MEGABYTE) });
    case 'unknown-encoding':
      return text('import.problem.unknown-encoding', { encoding: problem.encoding });
    case 'unsupported-format':
    case 'damaged-file':
      return text(`import.problem.${problem.code}`, { format: problem.format.toUpperCase() });
    case 'unsafe-markup':
      return text('import.problem.unsafe-markup', { construct: problem.construct });
    case 'no-text-layer':
      return text('import.problem.no-text-layer', { pages: problem.pages });
    case 'one-language':
      return text('import.problem.one-language', { language: languageName(problem.language) });
    case 'too-many-languages':
      return text('import.problem.too-many-languages', {
        count: problem.languages.length,
        languages: problem.languages.map(languageName).join(', '),
        most: problem.most,
      });
    case 'edition-exists':
      return text('import.problem.edition-exists', { language: languageName(problem.language) });
    case 'too-many-editions':
      return text('import.problem.too-many-editions', { most: problem.most });
    case 'several-languages':
      return text('import.problem.several-languages', {
        languages: problem.languages.map(languageName).join(', '),
      });
    case 'no-files':
    case 'empty-file':
    case 'no-text':
    case 'not-text':
    case 'too-complex':
    case 'encrypted-file':
    case 'no-language':
      return text(`import.problem.${problem.code}`);
  }
}

const MEGABYTE = 1024 * 1024;
