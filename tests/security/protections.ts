/** A change of one source file. */
export interface Edit {
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly from: string;
  readonly to: string;
}

/** A protection, how to take it away, and what must then fail. */
export interface Protection {
  readonly name: string;
  readonly edits: readonly Edit[];
  readonly test: {
    readonly kind: 'unit' | 'journey';
    readonly file: string;
    /** Part of the title of a test that must fail; undefined where any of the file will do. */
    readonly fails?: string;
    /** Part of the title of a test that must pass all the same: the rest of the program still works. */
    readonly passes: string;
    /** What the failure must speak of. */
    readonly says?: RegExp;
  };
}

const MARKDOWN = 'renderer/features/notes/Markdown.tsx';
const SECURITY = 'electron/main/security.ts';
const HTML = 'core/formats/note-files/write-html.ts';

const RAW_HTML: Edit = {
  file: MARKDOWN,
  from: 'function Markdown({ children }: Props) {\n',
  to: 'function Markdown({ children }: Props) {\n  if (children !== undefined) return <div dangerouslySetInnerHTML={{ __html: children }} />;\n',
};

const NO_POLICY: Edit = {
  file: 'electron/main/app-scheme.ts',
  from: "  'Content-Security-Policy': CONTENT_SECURITY_POLICY,\n",
  to: '',
};

const UNESCAPED: Edit = {
  file: HTML,
  from: 'return text.replaceAll(/[&<>"\']/g, (character) => ENTITIES[character] ?? character);',
  to: 'return text;',
};

const NO_EXPORT_POLICY: Edit = {
  file: HTML,
  from: '<meta http-equiv="Content-Security-Policy" content="${POLICY}">\n',
  to: '',
};

const ATTACKS = 'tests/e2e/attacks.spec.ts';
const WALLS = 'tests/e2e/security.spec.ts';
const STILL_THERE = 'the page has no Node';

/** Every protection that can be taken away by an edit. */
export const PROTECTIONS: readonly Protection[] = [
  {
    name: 'HTML in a note stays text',
    edits: [RAW_HTML],
    test: unit('tests/renderer/features/notes/markdown-xss.test.tsx', { passes: 'what is foreign is found' }),
  },
  {
    name: 'HTML in a note stays text (in the running page; its policy then stops the scripts)',
    edits: [RAW_HTML],
    test: {
      kind: 'journey',
      file: ATTACKS,
      fails: 'beside the text',
      passes: 'rich text that is pasted',
      says: /script-src-attr/,
    },
  },
  {
    name: 'HTML in a note stays text, and the policy of the page with it: the strings run',
    edits: [RAW_HTML, NO_POLICY],
    test: {
      kind: 'journey',
      file: ATTACKS,
      fails: 'beside the text',
      passes: 'rich text that is pasted',
      says: /"called"/,
    },
  },
  {
    name: 'only named elements are made of a note',
    edits: [
      { file: MARKDOWN, from: '        allowedElements={ALLOWED}\n        unwrapDisallowed\n', to: '' },
    ],
    test: unit('tests/renderer/features/notes/markdown-xss.test.tsx', { passes: 'what is foreign is found' }),
  },
  {
    name: 'an address becomes no attribute that acts',
    edits: [
      {
        file: MARKDOWN,
        from: "<span className={styles.link} title={href}>\n          {children}\n          {children === href || href === '' ? null : <span className={styles.address}> ({href})</span>}\n        </span>",
        to: '<a href={href}>{children}</a>',
      },
    ],
    test: unit('tests/renderer/features/notes/markdown-xss.test.tsx', { passes: 'what is foreign is found' }),
  },
  {
    name: 'a note is a field of plain text',
    edits: [
      {
        file: 'renderer/features/notes/NoteEditor.tsx',
        from: '      maxLength={MAX_BODY_LENGTH}\n',
        to: "      onPaste={(event) => {\n        event.preventDefault();\n        onChange(event.clipboardData.getData('text/html'));\n      }}\n",
      },
    ],
    test: {
      kind: 'journey',
      file: ATTACKS,
      fails: 'rich text that is pasted',
      passes: 'where both versions are shown',
    },
  },
  {
    name: 'the policy of the page',
    edits: [NO_POLICY],
    test: { kind: 'journey', file: WALLS, fails: 'the policy stops', passes: STILL_THERE },
  },
  {
    name: 'the page stays where it is',
    edits: [{ file: SECURITY, from: '    refuseNavigation(contents);\n', to: '' }],
    test: { kind: 'journey', file: WALLS, fails: 'the window stays', passes: STILL_THERE },
  },
  {
    name: 'no window opens',
    edits: [{ file: SECURITY, from: "({ action: 'deny' })", to: "({ action: 'allow' })" }],
    test: unit('tests/electron/main/security.test.ts', { fails: 'opens no window', passes: 'cancels every' }),
  },
  {
    name: 'requests to a network are cancelled',
    edits: [{ file: SECURITY, from: 'cancel: !isLocalUrl(details.url)', to: 'cancel: false' }],
    test: unit('tests/electron/main/security.test.ts', { fails: 'cancels every', passes: 'opens no window' }),
  },
  {
    name: 'no permission is given',
    edits: [
      {
        file: SECURITY,
        from: '(_contents, _permission, callback) => callback(false)',
        to: '(_contents, _permission, callback) => callback(true)',
      },
      {
        file: SECURITY,
        from: 'setPermissionCheckHandler(() => false)',
        to: 'setPermissionCheckHandler(() => true)',
      },
    ],
    test: { kind: 'journey', file: WALLS, fails: 'no permission', passes: STILL_THERE },
  },
  {
    name: 'a download is refused',
    edits: [
      { file: SECURITY, from: "  session.on('will-download', (event) => event.preventDefault());\n", to: '' },
    ],
    test: { kind: 'journey', file: WALLS, fails: 'a download', passes: STILL_THERE },
  },
  {
    name: 'the page hears the events of the contract and nothing else',
    edits: [
      {
        file: 'electron/preload/preload.ts',
        from: '  if (!EVENT_NAMES.includes(name)) throw new Error(`There is no event "${name}"`);\n',
        to: '',
      },
    ],
    test: { kind: 'journey', file: WALLS, fails: 'cannot listen', passes: STILL_THERE },
  },
  {
    name: 'the store keeps no channel of its own',
    edits: [{ file: 'electron/main/main.ts', from: '  closeStoreChannel(ipcMain);\n', to: '' }],
    test: { kind: 'journey', file: WALLS, fails: 'the store keeps', passes: STILL_THERE },
  },
  {
    name: 'isolation of the page from its preload',
    edits: [
      {
        file: 'electron/main/web-preferences.ts',
        from: 'contextIsolation: true',
        to: 'contextIsolation: false',
      },
    ],
    test: unit('tests/electron/main/web-preferences.test.ts', { passes: '' }),
  },
  {
    name: 'requests are served to our window only (the check)',
    edits: [
      { file: 'electron/main/serve-requests.ts', from: '      isTrustedSender(event)\n', to: '      true\n' },
    ],
    test: unit('tests/electron/main/serve-requests.test.ts', {
      fails: 'is refused from a stranger',
      passes: 'reaches its handler',
    }),
  },
  {
    name: 'requests are served to our window only (who that is)',
    edits: [{ file: 'electron/main/trusted-sender.ts', from: ' || sender !== contents', to: '' }],
    test: unit('tests/electron/main/trusted-sender.test.ts', { passes: 'is trusted' }),
  },
  {
    name: 'a request has the shape of the contract',
    edits: [
      {
        file: 'electron/main/serve-requests.ts',
        from: 'contract[name].argument.safeParse(argument)',
        to: '{ success: true, data: argument, error: { issues: [] } } as const',
      },
    ],
    test: unit('tests/electron/main/ipc-fuzz.test.ts', {
      fails: 'lets nothing of another shape',
      passes: 'has good arguments',
    }),
  },
  {
    name: 'no work is named by a path',
    edits: [
      {
        file: 'electron/main/storage/work-id.ts',
        from: 'return WORK_ID.test(workId) && !DEVICE_NAME.test(workId);',
        to: "return workId !== '' && DEVICE_NAME !== WORK_ID;",
      },
    ],
    test: unit('tests/electron/main/storage/work-id.test.ts', { passes: '' }),
  },
  {
    name: 'app:// gives files of the page only',
    edits: [
      { file: 'electron/main/app-scheme.ts', from: '  if (!SAFE_PATH.test(wanted)) return null;\n', to: '' },
    ],
    test: unit('tests/electron/main/app-scheme.test.ts', { passes: '' }),
  },
  {
    name: 'a file of notes may not be huge',
    edits: [
      {
        file: 'core/formats/note-files/parse-json-safely.ts',
        from: 'if (text.length > MAX_NOTE_FILE_BYTES)',
        to: 'if (text.length > MAX_NOTE_FILE_BYTES * 1e6)',
      },
    ],
    test: unit('tests/core/formats/note-files/read-note-file.test.ts', {
      fails: 'a huge text',
      passes: 'are named and left',
    }),
  },
  {
    name: 'a file of notes reaches no prototype',
    edits: [
      {
        file: 'core/formats/note-files/parse-json-safely.ts',
        from: 'if (UNSAFE_KEYS.has(name))',
        to: 'if (name === null)',
      },
    ],
    test: unit('tests/core/formats/note-files/read-note-file.test.ts', { passes: 'are named and left' }),
  },
  {
    name: 'an exported page: everything is escaped',
    edits: [UNESCAPED],
    test: {
      kind: 'journey',
      file: ATTACKS,
      fails: 'in an exported page',
      passes: 'rich text that is pasted',
      // Among the strings are some that lead the page away, before its policy has stopped all the others.
      says: /navigation|script-src/,
    },
  },
  {
    name: 'an exported page: its policy',
    edits: [NO_EXPORT_POLICY],
    test: unit('tests/core/formats/note-files/written-formats.test.ts', {
      fails: 'allows itself nothing',
      passes: 'begins with a byte order mark',
    }),
  },
  {
    name: 'an exported table: formulas are marked as text',
    edits: [
      {
        file: 'core/formats/note-files/write-csv.ts',
        from: 'escapeFormulae: FORMULA',
        to: 'escapeFormulae: FORMULA.test("")',
      },
    ],
    test: unit('tests/core/formats/note-files/written-formats.test.ts', {
      fails: 'as text',
      passes: 'begins with a byte order mark',
    }),
  },
];

function unit(
  file: string,
  { fails, passes }: { readonly fails?: string; readonly passes: string },
): Protection['test'] {
  return { kind: 'unit', file, passes, ...(fails === undefined ? {} : { fails }) };
}
