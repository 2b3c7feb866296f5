/** What electron-builder asks of fpm for a Debian package. */
export interface DebRequest {
  /** Long options by name, without the dashes. */
  readonly options: ReadonlyMap<string, string>;
  readonly depends: readonly string[];
  readonly recommends: readonly string[];
  /** Files and folders with the place they get on the user's system. */
  readonly contents: readonly { readonly source: string; readonly target: string }[];
}

const FLAGS: ReadonlySet<string> = new Set(['--force', '--verbose', '--debug']);

/**
 * Reads fpm's command line as electron-builder 26 writes it for `-s dir -t deb`.
 * @throws Error for another kind of package or an argument that is none of those.
 */
export function parseFpmArguments(args: readonly string[]): DebRequest {
  const options = new Map<string, string>();
  const depends: string[] = [];
  const recommends: string[] = [];
  const contents: { source: string; target: string }[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const name = args[index] ?? '';
    if (FLAGS.has(name)) continue;
    if (!name.startsWith('-')) {
      contents.push(parseContent(name));
      continue;
    }
    index += 1;
    const value = args[index];
    if (value === undefined) throw new Error(`${name} has no value`);
    if (name === '-d' || name === '--depends') depends.push(value);
    else if (name === '--deb-recommends') recommends.push(value);
    else options.set(name.replace(/^--?/, ''), value);
  }
  if (options.get('t') !== 'deb') throw new Error(`Only deb packages can be made, not ${options.get('t')}`);
  return { options, depends, recommends, contents };
}

function parseContent(argument: string): { source: string; target: string } {
  const separator = argument.lastIndexOf('=');
  if (separator < 1) throw new Error(`"${argument}" is not source=target`);
  return { source: argument.slice(0, separator), target: argument.slice(separator + 1) };
}

/** The text of DEBIAN/control. `installedSizeKib` is what the files take on the user's disk. */
export function writeControlFile(request: DebRequest, installedSizeKib: number): string {
  const option = (name: string): string => request.options.get(name) ?? '';
  const [synopsis, ...description] = option('description')
    .split('\n')
    .map((line) => line.trim());
  const fields: readonly (readonly [string, string])[] = [
    ['Package', option('name')],
    ['Version', option('version')],
    ['Architecture', option('architecture')],
    ['Maintainer', option('maintainer')],
    ['Installed-Size', String(installedSizeKib)],
    ['Depends', request.depends.join(', ')],
    ['Recommends', request.recommends.join(', ')],
    ['Section', option('category')],
    ['Priority', option('deb-priority')],
    ['Homepage', option('url')],
    ['Description', [synopsis, ...description.map((line) => ` ${line === '' ? '.' : line}`)].join('\n')],
  ];
  const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}`);
  return `${lines.join('\n')}\n`;
}
