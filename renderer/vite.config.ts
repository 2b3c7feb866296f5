import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  // Relative addresses: the page must not know the scheme it is served from.
  base: './',
  plugins: [react()],
  resolve: {
    alias: {
      // Its entry for browsers asks the document what `&amp;` means: a worker has none.
      'decode-named-character-reference': path.resolve(
        import.meta.dirname,
        '../node_modules/decode-named-character-reference/index.js',
      ),
    },
  },
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    // What Electron 45 and the stand-in's Chromium both are, and more; keeps light-dark() and field-sizing as written.
    target: 'chrome140',
    // An inlined asset is a data: address, which the CSP refuses for fonts and scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    chunkSizeWarningLimit: 4096,
    license: { fileName: 'licenses.md' },
  },
  worker: { format: 'es' },
});
