import type { ImportProblem } from '../core/import/import-error.ts';

/** Says on the command line why files could not be taken in, and what can be done. */
export function explainImportProblem(problem: ImportProblem): string {
  switch (problem.code) {
    case 'no-files':
      return 'Name at least one file to import.';
    case 'too-many-files':
      return `There are too many files: name at most ${problem.most}, one per language.`;
    case 'empty-file':
      return 'The file is empty.';
    case 'no-text':
      return 'There is no text in it.';
    case 'too-large':
      return `The file is too large (${toMegabytes(problem.bytes)} MB); files of up to ${toMegabytes(problem.most)} MB can be imported. Cut it into parts.`;
    case 'too-much-text':
      return `There is too much text in it (more than ${problem.most} paragraphs). Cut it into parts.`;
    case 'not-text':
      return 'This is not a text, or not in an encoding that is known. Save it as UTF-8, or name the encoding with --encoding.';
    case 'unknown-encoding':
      return `There is no encoding "${problem.encoding}".`;
    case 'unsupported-format':
      return `Files of the format ${problem.format} cannot be read. Save it as DOCX, HTML, text or one of the other formats.`;
    case 'damaged-file':
      return `The ${problem.format.toUpperCase()} file is damaged: ${problem.detail}`;
    case 'encrypted-file':
      return `The ${problem.format.toUpperCase()} file is encrypted. Save it without a password.`;
    case 'archive-bomb':
      return `Unpacked, the file would take more than ${toMegabytes(problem.most)} MB. It was not opened.`;
    case 'too-complex':
      return 'The file is nested too deep or too large as a whole to be read. Save it as plain text, or cut it into parts.';
    case 'unsafe-markup':
      return `The file declares ${problem.construct}, which no text needs and which can do harm. It was not read.`;
    case 'no-text-layer':
      return `The PDF has ${problem.pages} pages and no text layer: it holds pictures of pages. Run a text recognition over it first.`;
    case 'one-language':
      return `All text is in one language (${problem.language}). Add the file of another language, or a bilingual one.`;
    case 'too-many-languages':
      return `There are ${problem.languages.length} languages in it (${problem.languages.join(', ')}); at most ${problem.most} can stand side by side.`;
    case 'edition-exists':
      return `The work has a text in this language (${problem.language}) already. To put another in its place, import the work again; if the language is wrong, name the right one with --language.`;
    case 'too-many-editions':
      return `The work has ${problem.most} texts already, as many as can stand side by side.`;
    case 'several-languages':
      return `There is more than one new language in it (${problem.languages.join(', ')}). Add them one after the other, each from its own file.`;
    case 'no-language':
      return 'The file does not say which languages it is in, and its letters do not show it. Name them in its first row.';
  }
}

function toMegabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0);
}
