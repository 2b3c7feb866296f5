/**
 * Draws build/icons from build/drawings with a headless Chromium. Run after changing a drawing: `npx tsx tools/draw-icons.ts`.
 * The results are tracked, so that building and packaging need neither Chromium nor a converter.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { packIcns, packIco, type IconPicture } from './icons/icon-container.ts';

const BUILD = path.resolve(import.meta.dirname, '../build');

const SIZES = [16, 24, 32, 48, 64, 96, 128, 256, 512, 1024] as const;

/** Below 48 px thin strokes vanish: those sizes have drawings of their own, fitted to their pixels. */
function drawingFor(size: number): string {
  if (size <= 16) return 'icon-tiny.svg';
  return size <= 32 ? 'icon-small.svg' : 'icon.svg';
}

async function drawAll(): Promise<readonly IconPicture[]> {
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium' });
  try {
    const page = await browser.newPage();
    const pictures: IconPicture[] = [];
    for (const size of SIZES) {
      const drawing = readFileSync(path.join(BUILD, 'drawings', drawingFor(size)), 'base64');
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(
        `<style>body{margin:0}img{display:block}</style><img width="${size}" src="data:image/svg+xml;base64,${drawing}">`,
      );
      pictures.push({ size, png: await page.screenshot({ omitBackground: true }) });
    }
    return pictures;
  } finally {
    await browser.close();
  }
}

const pictures = await drawAll();
const folder = path.join(BUILD, 'icons');
mkdirSync(folder, { recursive: true });
for (const { size, png } of pictures) writeFileSync(path.join(folder, `${size}x${size}.png`), png);
writeFileSync(path.join(folder, 'icon.ico'), packIco(pictures));
writeFileSync(path.join(folder, 'icon.icns'), packIcns(pictures));
console.log(`Drew ${pictures.length} sizes into ${folder}`);
