import { generatePairs } from './generate-pairs.ts';
import { TOP } from './bench-query.ts';
import type {
  AddAnswer,
  BuildAnswer,
  ChildRequest,
  MemoryAnswer,
  OpenAnswer,
  PassAnswer,
} from './child-protocol.ts';
import type { OpenEngine } from './engine.ts';
import { engineNamed } from './engines.ts';
import { readPairs, UNITS_OF_A_WORK } from './pairs.ts';

// One engine in a process of its own: search-child.ts ENGINE PAIRS FOLDER, with --expose-gc.
const [name = '', file = '', folder = ''] = process.argv.slice(2);
const engine = engineNamed(name);
const pairs = readPairs(file);
const before = readMemory();
let open: OpenEngine | undefined;

process.on('message', (request: ChildRequest) => {
  void answer(request).then(
    (reply) => process.send?.(reply),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});

async function answer(
  request: ChildRequest,
): Promise<BuildAnswer | OpenAnswer | PassAnswer | MemoryAnswer | AddAnswer> {
  switch (request.type) {
    case 'build': {
      const start = performance.now();
      await engine.build(pairs, folder);
      return { ms: performance.now() - start, peakBytes: process.resourceUsage().maxRSS * 1024 };
    }
    case 'open': {
      const start = performance.now();
      open = await engine.open(pairs, folder);
      return { ms: performance.now() - start };
    }
    case 'pass':
      return ask(opened(), request);
    case 'memory': {
      const now = readMemory();
      return {
        heapBytes: now.heapBytes - before.heapBytes,
        processBytes: now.processBytes - before.processBytes,
      };
    }
    case 'add': {
      const { addWork } = opened();
      if (addWork === undefined) return { ms: null };
      // The last of a longer list: words of its own, and those of all others.
      const work = generatePairs(2 * UNITS_OF_A_WORK).slice(-UNITS_OF_A_WORK);
      const start = performance.now();
      addWork(work);
      return { ms: performance.now() - start };
    }
  }
}

function opened(): OpenEngine {
  if (open === undefined) throw new Error('The index was not opened');
  return open;
}

function ask(engineThatIsOpen: OpenEngine, { queries }: Extract<ChildRequest, { type: 'pass' }>): PassAnswer {
  const ms: number[] = [];
  const totals: number[] = [];
  const tops: (readonly number[])[] = [];
  for (const query of queries) {
    const start = performance.now();
    const { total, top } = engineThatIsOpen.search(query, TOP);
    ms.push(performance.now() - start);
    totals.push(total);
    tops.push(top);
  }
  return { ms, totals, tops };
}

function readMemory(): MemoryAnswer {
  // Twice, because the first collection makes what waits for its finalizers free.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heapBytes: heapUsed + external, processBytes: rss };
}
