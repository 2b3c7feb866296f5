import { describe, expect, test } from 'vitest';
import { parseFpmArguments, writeControlFile } from '../../../tools/packaging/fpm-arguments.ts';

const COMMAND = [
  ['-s', 'dir', '--force', '-t', 'deb'],
  ['-d', 'libgtk-3-0', '-d', 'libnss3', '--deb-recommends', 'libappindicator3-1', '--deb-compression', 'xz'],
  ['--architecture', 'amd64', '--name', 'duizhao', '--version', '0.1.0', '--package', '/out/a.deb'],
  [
    '--description',
    'Reads\n Line one\n\n Line two',
    '--maintainer',
    'A <a@b.example>',
    '--url',
    'https://c.example',
  ],
  ['--category', 'education', '--deb-priority', 'optional', '--license', 'MIT'],
  ['/build/linux=unpacked/=/opt/Duizhao', '/icon.png=/usr/share/icons/duizhao.png'],
].flat();

describe("fpm's command line", () => {
  test('is read as electron-builder writes it', () => {
    const request = parseFpmArguments(COMMAND);
    expect(request.depends).toEqual(['libgtk-3-0', 'libnss3']);
    expect(request.recommends).toEqual(['libappindicator3-1']);
    expect(request.options.get('package')).toBe('/out/a.deb');
    expect(request.contents).toEqual([
      { source: '/build/linux=unpacked/', target: '/opt/Duizhao' },
      { source: '/icon.png', target: '/usr/share/icons/duizhao.png' },
    ]);
  });

  test.each([
    ['another kind of package', ['-s', 'dir', '-t', 'rpm'], 'not rpm'],
    ['no kind', ['--name', 'a'], 'not undefined'],
    ['an option without a value', ['-t', 'deb', '--name'], '--name has no value'],
    ['a file without a place', ['-t', 'deb', '/icon.png'], 'is not source=target'],
  ])('is refused with %s', (_name, args, message) => {
    expect(() => parseFpmArguments(args)).toThrow(message);
  });
});

test('the control file has what Debian asks for, and an empty line of the description as a dot', () => {
  expect(writeControlFile(parseFpmArguments(COMMAND), 1234)).toBe(
    [
      'Package: duizhao',
      'Version: 0.1.0',
      'Architecture: amd64',
      'Maintainer: A <a@b.example>',
      'Installed-Size: 1234',
      'Depends: libgtk-3-0, libnss3',
      'Recommends: libappindicator3-1',
      'Section: education',
      'Priority: optional',
      'Homepage: https://c.example',
      'Description: Reads',
      ' Line one',
      ' .',
      ' Line two',
      '',
    ].join('\n'),
  );
});
