/** The interface locale, as Chromium on Linux finds it: `--lang`, else the environment; 'en-US' where they say nothing. */
export function resolveLocale(chosen: string | undefined, environment: NodeJS.ProcessEnv): string {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const fromEnvironment = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '');
  const [locale = ''] = (chosen ?? fromEnvironment ?? '').split(/[.@]/);
  return locale === '' || locale === 'C' || locale === 'POSIX' ? 'en-US' : locale.replaceAll('_', '-');
}
