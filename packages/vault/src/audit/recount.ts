import type { Reader } from '../port/store.ts';
import type { Stored } from '../tables.ts';
import type { AuditFinding } from './finding.ts';
import type { Leaf } from './leaf.ts';

/** Counts again what each sentence did, from the entries in the tree. */
export class Recount {
  readonly #counts = new Map<string, number>();

  /** Takes one entry's body in; only decisions count. */
  add({ kind, permitted, cites }: Leaf['body']): void {
    if (kind !== 'decision' || !Array.isArray(cites)) return;
    for (const sentence of cites) {
      const name = nameOf(permitted === true ? 'permitted' : 'refused', String(sentence));
      this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
    }
  }

  /** Holds the stored tally against the count; the first sentence that differs. */
  async hold(store: Reader): Promise<AuditFinding | undefined> {
    const uncounted = new Map(this.#counts);
    for await (const row of store.scan({ table: 'tally' })) {
      const { sentence, outcome, count } = row as Stored<'tally'>;
      const name = nameOf(outcome, sentence);
      if (uncounted.get(name) !== count) return { kind: 'tally', sentence };
      uncounted.delete(name);
    }
    const [missing] = uncounted.keys();
    return missing === undefined
      ? undefined
      : { kind: 'tally', sentence: missing.slice(missing.indexOf(' ') + 1) };
  }
}

const nameOf = (outcome: string, sentence: string): string => `${outcome} ${sentence}`;
