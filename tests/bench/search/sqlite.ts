import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import wasm from 'node-sqlite3-wasm';

/** What the bench needs of SQLite, native or not. */
export interface SqlDatabase {
  readonly exec: (sql: string) => void;
  readonly run: (sql: string, values: readonly (string | number)[]) => void;
  /** The first column of every row. */
  readonly list: (sql: string, values: readonly (string | number)[]) => readonly number[];
  readonly close: () => void;
}

/** What better-sqlite3 has of that. */
interface NativeDatabase {
  readonly exec: (sql: string) => void;
  readonly prepare: (sql: string) => NativeStatement;
  readonly close: () => void;
}

interface NativeStatement {
  readonly run: (...values: readonly (string | number)[]) => void;
  readonly pluck: () => NativeStatement;
  readonly all: (...values: readonly (string | number)[]) => readonly unknown[];
}

type NativeConstructor = new (file: string) => NativeDatabase;

// From where npm runs scripts: this module is also part of a built one, which lies elsewhere.
const PEERS = path.resolve('tests/bench/search/peers');
const INSTALLED = path.resolve('out/bench-peers');

/**
 * Installs better-sqlite3 into out/ where it is not there yet. It is built from source where its binary cannot be had:
 * with the headers that stand beside this Node, so that nothing but the npm registry is asked. Where there are neither
 * headers nor a compiler nor a binary, SQLite in WebAssembly stands in for it.
 * @returns why it could not be installed, or null.
 */
export function installNativeSqlite(): string | null {
  if (loadNative() !== undefined) return null;
  mkdirSync(INSTALLED, { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    copyFileSync(path.join(PEERS, file), path.join(INSTALLED, file));
  const prefix = path.resolve(process.execPath, '../..');
  const hasHeaders = existsSync(path.join(prefix, 'include/node/node.h'));
  console.error('Installing better-sqlite3 into out/bench-peers, once; building it takes a minute or two …');
  const { status, stderr } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: INSTALLED,
    encoding: 'utf8',
    env: { ...process.env, ...(hasHeaders ? { npm_config_nodedir: prefix } : {}) },
    shell: process.platform === 'win32',
    timeout: 600_000,
  });
  if (status === 0 && loadNative() !== undefined) return null;
  return (stderr ?? '').trim().split('\n').slice(-3).join(' ') || 'npm ci failed';
}

function loadNative(): NativeConstructor | undefined {
  try {
    const load = createRequire(path.join(INSTALLED, 'package.json'));
    const native = load('better-sqlite3') as NativeConstructor;
    // Only now is the binary looked for.
    new native(':memory:').close();
    return native;
  } catch {
    return undefined;
  }
}

/** Which SQLite the bench has, and its version. */
export function describeSqlite(): string {
  const native = loadNative();
  if (native !== undefined) {
    const database = new native(':memory:');
    const [version] = database.prepare('select sqlite_version()').pluck().all();
    database.close();
    return `SQLite ${String(version)} by better-sqlite3 12.6.2, native`;
  }
  const database = new wasm.Database(':memory:');
  const version = Object.values(database.get('select sqlite_version()') ?? {})[0];
  database.close();
  return `SQLite ${String(version)} by node-sqlite3-wasm 0.8.60: WebAssembly stands in for better-sqlite3, which is faster`;
}

export function openSqlite(file: string): SqlDatabase {
  const native = loadNative();
  return native === undefined ? openWasm(file) : openNative(new native(file));
}

function openNative(database: NativeDatabase): SqlDatabase {
  const statements = new Map<string, NativeStatement>();
  const prepare = (sql: string): NativeStatement => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const made = database.prepare(sql);
    statements.set(sql, made);
    return made;
  };
  return {
    exec: (sql) => database.exec(sql),
    run: (sql, values) => prepare(sql).run(...values),
    list: (sql, values) =>
      prepare(sql)
        .pluck()
        .all(...values)
        .map(Number),
    close: () => database.close(),
  };
}

function openWasm(file: string): SqlDatabase {
  const database = new wasm.Database(file);
  const statements = new Map<string, ReturnType<typeof database.prepare>>();
  const prepare = (sql: string) => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const made = database.prepare(sql);
    statements.set(sql, made);
    return made;
  };
  return {
    exec: (sql) => database.exec(sql),
    run: (sql, values) => {
      prepare(sql).run([...values]);
    },
    list: (sql, values) =>
      prepare(sql)
        .all([...values])
        .map((row) => Number(Object.values(row)[0])),
    close: () => {
      for (const statement of statements.values()) statement.finalize();
      database.close();
    },
  };
}
