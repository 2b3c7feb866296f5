import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BridgeConfig, KeyPress, PreloadConfig } from '../messages.ts';
import type { PageScripts } from './page.ts';

/** Unguessable for the page, so that it can neither find nor imitate what the scripts say to each other. */
const TOKEN = `t${randomBytes(12).toString('hex')}`;
const BINDING_NAME = `b${randomBytes(12).toString('hex')}`;

/** Puts together the scripts of a page: the stand-in's own from `folder`, with the app's preload. */
export function readPageScripts(
  folder: string,
  preloadFile: string,
  keyPresses: readonly KeyPress[],
): PageScripts {
  const callBuiltScript = (name: string, call: string): string =>
    // The build makes of each script a file that sets `standin` to its exports.
    `(() => {\n${readFileSync(path.join(folder, 'page', `${name}.js`), 'utf8')}\n${call};\n})();`;
  const bridgeConfig: BridgeConfig = { token: TOKEN };
  const preloadConfig: PreloadConfig = {
    token: TOKEN,
    bindingName: BINDING_NAME,
    platform: process.platform,
    architecture: process.arch,
    versions: Object.fromEntries(
      Object.entries(process.versions).map(([name, version]) => [name, version ?? '']),
    ),
    keyPresses,
  };
  const preload = readFileSync(preloadFile, 'utf8');
  return {
    bridge: callBuiltScript('bridge', `standin.startBridge(${JSON.stringify(bridgeConfig)})`),
    preload: `${callBuiltScript(
      'preload-world',
      `standin.startPreloadWorld(${JSON.stringify(preloadConfig)}, function (require, process, module, exports) {\n${preload}\n})`,
    )}\n//# sourceURL=${preloadFile}`,
    worldName: `standin-${TOKEN}`,
    bindingName: BINDING_NAME,
  };
}
