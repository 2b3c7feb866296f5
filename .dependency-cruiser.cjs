/**
 * The arrows of ARCHITECTURE.md: everything points inward to core/, processes meet only in ipc/, features only in
 * renderer/app. What is not allowed here fails the build.
 * @type {import('dependency-cruiser').IConfiguration}
 */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Files that need each other are one file, or one of them holds something that belongs in a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'core-is-pure',
      comment: 'core/ sees strings and plain data: no DOM, no Node, no Electron, no React.',
      severity: 'error',
      from: { path: '^core/' },
      to: {
        pathNot: [
          '^core/',
          '^node_modules/(zod|lunr|@types/lunr|@orama/stemmers|approx-string-match|papaparse|@types/papaparse)/',
          '^node_modules/(docx|eld|fflate|parse5|saxes|unpdf|mdast-util-[a-z-]+|micromark-extension-[a-z-]+)/',
        ],
      },
    },
    {
      name: 'ipc-knows-only-core',
      severity: 'error',
      from: { path: '^ipc/' },
      to: { pathNot: '^(ipc|core)/' },
    },
    {
      name: 'main-does-not-know-the-renderer',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: '^(renderer|tools|tests)/' },
    },
    {
      name: 'the-renderer-does-not-know-main',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: ['^(electron|tools|tests)/', '^node_modules/electron/'] },
    },
    {
      name: 'the-renderer-has-no-node',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '^renderer/vite\\.config\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'preload-is-thin',
      comment: 'A sandboxed preload is one file that can require electron and nothing else.',
      severity: 'error',
      from: { path: '^electron/preload/' },
      to: { path: '^electron/main/' },
    },
    {
      name: 'features-meet-in-the-app',
      comment: 'A feature never imports another feature: App and renderer/app pass values and callbacks.',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'only-the-app-composes-features',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '^renderer/(features/|app/|App\\.tsx$)' },
      to: { path: '^renderer/features/' },
    },
    {
      name: 'components-know-no-domain',
      severity: 'error',
      from: { path: '^renderer/components/' },
      to: { path: '^(core|ipc|renderer/(features|app|commands|dom|i18n))/' },
    },
    {
      name: 'only-searching-knows-its-workers',
      severity: 'error',
      from: {
        path: '^renderer/',
        pathNot: '^renderer/(search-worker|features/(search|concordance))/',
      },
      to: { path: '^renderer/search-worker/' },
    },
    {
      name: 'only-importing-knows-its-worker',
      comment: 'Files of strangers are read in a worker, behind its client.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '^renderer/(import-worker|features/import)/' },
      to: { path: '^renderer/import-worker/' },
    },
    {
      name: 'only-aligning-knows-its-worker',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '^renderer/(alignment-worker|features/alignment)/' },
      to: { path: '^renderer/alignment-worker/' },
    },
    {
      name: 'lunr-behind-one-module',
      severity: 'error',
      from: { path: '^(core|ipc|electron|renderer|tools)/', pathNot: '^core/search/lunr-index\\.ts$' },
      to: { path: '^node_modules/(@types/)?lunr/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-stand-in-is-not-part-of-the-app',
      severity: 'error',
      from: { path: '^(core|ipc|electron|renderer)/' },
      to: { path: '^tools/' },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(css|json)$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.d.ts'],
    },
  },
};
