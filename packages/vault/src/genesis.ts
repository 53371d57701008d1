import { type WritingTools, writeOwnEntry } from './entry/write.ts';
import type { Store } from './port/store.ts';

/** Makes sure that the log begins with its genesis entry. */
export async function ensureGenesis(
  store: Store,
  tools: WritingTools,
  origin: string,
): Promise<void> {
  await store.run({
    locks: [{ on: 'log', id: origin, mode: 'exclusive' }],
    reads: [{ table: 'entry', by: 'key', equals: [], limit: 1 }],
    decide([first], { now }) {
      if (first?.length !== 0) return { changes: [], answer: undefined };
      const written = writeOwnEntry({ kind: 'genesis', origin }, null, [], { ...tools, now });
      return { changes: written.changes, answer: undefined };
    },
  });
}
