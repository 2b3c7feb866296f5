/** Screens that are shown one at a time beside the reading view. */
const OTHER_SCREENS = ['library', 'notes', 'glossary', 'concordance', 'settings'] as const;

/** One of the screens beside the reading view. */
export type OtherScreen = (typeof OTHER_SCREENS)[number];

/** The screens of the program. Search is not one: it stands beside the text. */
export type Screen = 'reader' | 'backups' | 'import' | 'alignment' | OtherScreen;

/** The screen, if it is one beside the reading view. */
export function findOtherScreen(screen: Screen): OtherScreen | undefined {
  return OTHER_SCREENS.find((other) => other === screen);
}
