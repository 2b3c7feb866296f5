import { expect, test } from 'vitest';
import { parseCommandLine } from '../../../../tools/electron-standin/boot/command-line.ts';

test("Playwright's command line is understood", () => {
  const parsed = parseCommandLine(
    '-r /pw/loader.js --no-sandbox --inspect=0 --remote-debugging-port=0 . --user-data-dir=/a=b file.txt'.split(
      ' ',
    ),
  );
  expect(parsed).toEqual({
    requires: ['/pw/loader.js'],
    appPath: '.',
    inspectPort: 0,
    isVersionAsked: false,
    switches: new Map([
      ['no-sandbox', ''],
      ['inspect', '0'],
      ['remote-debugging-port', '0'],
      ['user-data-dir', '/a=b'],
    ]),
  });
});

test.each([
  [[], undefined],
  [['--inspect'], 9229],
  [['--inspect=5000'], 5000],
  [['--inspect=127.0.0.1:5001'], 5001],
])('the debugger of %j listens on %j', (args, port) => {
  expect(parseCommandLine(args).inspectPort).toBe(port);
});
