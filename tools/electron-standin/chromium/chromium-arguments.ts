/** What the browser is to be started with. */
export interface ChromiumOptions {
  readonly executable: string;
  readonly profileFolder: string;
  readonly appName: string;
  /** BCP 47, for the page's `navigator.language`. */
  readonly locale: string;
  readonly isHeadless: boolean;
  /** What the command line and `app.commandLine` say. */
  readonly switches: ReadonlyMap<string, string>;
}

/** The size of the screen there is not. */
export const HEADLESS_SCREEN = { width: 1600, height: 1000 } as const;

const QUIET_SWITCHES = [
  '--no-first-run',
  '--no-default-browser-check',
  '--no-service-autorun',
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-component-update',
  '--disable-crash-reporter',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-field-trial-config',
  '--disable-hang-monitor',
  '--disable-search-engine-choice-screen',
  '--disable-session-crashed-bubble',
  '--disable-sync',
  '--deny-permission-prompts',
  '--hide-crash-restore-bubble',
  '--metrics-recording-only',
  '--password-store=basic',
  // Without it a bar warns of the other switches.
  '--test-type',
  '--use-mock-keychain',
] as const;

/** A proxy nobody answers at: WebSockets do not pass the Fetch domain, so this is what refuses them. */
const OFFLINE_SWITCHES = [
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
] as const;

const DISABLED_FEATURES = [
  'AimEnabled',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LocalNetworkAccessChecks',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PreconnectToSearch',
  'Translate',
  // Pages of the address bar, in a process of their own, made with every window: Electron's windows have no address bar.
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
] as const;

/** Understood by the stand-in itself, or set by it. */
const OWN_SWITCHES: ReadonlySet<string> = new Set([
  'disable-features',
  'inspect',
  'lang',
  'no-sandbox',
  'user-data-dir',
]);

/** The arguments that every process of one browser shares, the one that opens a window included. */
export function chromiumArguments(options: ChromiumOptions): string[] {
  const { switches } = options;
  const isSandboxed = process.getuid?.() !== 0 && !switches.has('no-sandbox');
  const disabledFeatures = [...DISABLED_FEATURES, ...(switches.get('disable-features') ?? '').split(',')];
  return [
    `--user-data-dir=${options.profileFolder}`,
    `--class=${options.appName}`,
    `--lang=${options.locale}`,
    `--accept-lang=${options.locale}`,
    ...(isSandboxed ? [] : ['--no-sandbox']),
    ...(options.isHeadless
      ? ['--headless=new', `--screen-info={${HEADLESS_SCREEN.width}x${HEADLESS_SCREEN.height}}`]
      : []),
    ...QUIET_SWITCHES,
    ...OFFLINE_SWITCHES,
    `--disable-features=${disabledFeatures.filter((feature) => feature !== '').join(',')}`,
    ...[...switches]
      .filter(([name]) => !OWN_SWITCHES.has(name))
      .map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`)),
  ];
}
