/** The screens of the program. Search is not one: it stands beside the text. */
export type Screen =
  'library' | 'import' | 'reader' | 'notes' | 'glossary' | 'concordance' | 'settings' | 'backups';
