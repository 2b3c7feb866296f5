/**
 * Takes the place of fpm where it cannot be downloaded: makes the Debian package electron-builder asks for with Debian's
 * own dpkg-deb. For checks only; releases use fpm.
 */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseFpmArguments, writeControlFile, type DebRequest } from './fpm-arguments.ts';

const SCRIPTS = [
  ['after-install', 'postinst'],
  ['after-remove', 'postrm'],
] as const;

function makePackage(request: DebRequest): void {
  const packageFile = request.options.get('package');
  if (packageFile === undefined) throw new Error('--package is missing');
  const root = mkdtempSync(path.join(os.tmpdir(), 'duizhao-deb-'));
  try {
    // mkdtemp makes it private; in the package it is the user's root folder.
    chmodSync(root, 0o755);
    for (const { source, target } of request.contents) copyContent(source, path.join(root, target));
    const sizeKib = Number.parseInt(execFileSync('du', ['-sk', root], { encoding: 'utf8' }), 10);
    const control = path.join(root, 'DEBIAN');
    mkdirSync(control);
    writeFileSync(path.join(control, 'control'), writeControlFile(request, sizeKib));
    for (const [option, name] of SCRIPTS) {
      const script = request.options.get(option);
      if (script === undefined) continue;
      copyFileSync(script, path.join(control, name));
      chmodSync(path.join(control, name), 0o755);
    }
    const compression = request.options.get('deb-compression') ?? 'xz';
    execFileSync('dpkg-deb', ['--root-owner-group', `-Z${compression}`, '--build', root, packageFile]);
  } finally {
    rmSync(root, { recursive: true });
  }
}

function copyContent(source: string, target: string): void {
  if (statSync(source).isDirectory()) {
    cpSync(source, target, { recursive: true, verbatimSymlinks: true });
    return;
  }
  mkdirSync(path.dirname(target), { recursive: true });
  copyFileSync(source, target);
  chmodSync(target, 0o644);
}

makePackage(parseFpmArguments(process.argv.slice(2)));
