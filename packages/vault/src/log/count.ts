import type { Change } from '../port/store.ts';
import type { Stored } from '../tables.ts';

/** What the count needs of a decision's body. */
interface Decided {
  readonly kind: string;
  readonly permitted: boolean;
  readonly cites: readonly string[];
}

// Looked for before parsing, since parsing is dear and most logs hold more than decisions.
const DECISION = '"kind":"decision"';

/** Counts what the sentences cited in these entries did, on top of what was counted before. */
export function countSentences(
  bodies: readonly Uint8Array[],
  before: readonly Stored<'tally'>[],
): readonly Change[] {
  const added = new Map<string, Stored<'tally'>>();
  for (const body of bodies) {
    const bytes = Buffer.from(body.buffer, body.byteOffset, body.length);
    if (bytes.indexOf(DECISION) < 0) continue;
    const { kind, permitted, cites } = JSON.parse(bytes.toString('utf8')) as Decided;
    if (kind !== 'decision') continue;
    const outcome = permitted ? 'permitted' : 'refused';
    for (const sentence of cites) {
      const name = `${outcome} ${sentence}`;
      const count = (added.get(name)?.count ?? 0) + 1;
      added.set(name, { sentence, outcome, count });
    }
  }
  const counted = new Map(before.map((row) => [`${row.outcome} ${row.sentence}`, row]));
  return [...added].map(([name, row]) => {
    const old = counted.get(name);
    if (old === undefined) return { table: 'tally', after: row };
    return { table: 'tally', before: old, after: { ...row, count: old.count + row.count } };
  });
}
