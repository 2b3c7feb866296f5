/** What the stand-in understands of the arguments Electron's executable takes. */
export interface CommandLineArguments {
  /** Modules to load before the app (`-r`), as Playwright asks. */
  readonly requires: readonly string[];
  /** The app's folder or file; undefined in a packaged app, which has its own. */
  readonly appPath: string | undefined;
  /** The port of Node's debugger, 0 for any; undefined when it is not wanted. */
  readonly inspectPort: number | undefined;
  readonly isVersionAsked: boolean;
  /** Chromium's switches by name, without the dashes; '' where there is no value. */
  readonly switches: ReadonlyMap<string, string>;
}

const DEFAULT_INSPECT_PORT = 9229;

/** Reads the arguments after the executable's own name. What follows the app's path is the app's. */
export function parseCommandLine(args: readonly string[]): CommandLineArguments {
  const requires: string[] = [];
  const switches = new Map<string, string>();
  let appPath: string | undefined;
  let isRequireNext = false;
  for (const argument of args) {
    if (isRequireNext) {
      requires.push(argument);
      isRequireNext = false;
    } else if (argument === '-r' || argument === '--require') isRequireNext = true;
    else if (argument.startsWith('--')) {
      const [name = '', ...value] = argument.slice(2).split('=');
      switches.set(name, value.join('='));
    } else if (!argument.startsWith('-')) appPath ??= argument;
  }
  return {
    requires,
    appPath,
    inspectPort: readInspectPort(switches.get('inspect')),
    isVersionAsked: switches.has('version') || args.includes('-v'),
    switches,
  };
}

/** The value may be a port, or an address and a port. */
function readInspectPort(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  return value === '' ? DEFAULT_INSPECT_PORT : Number(value.split(':').at(-1));
}
