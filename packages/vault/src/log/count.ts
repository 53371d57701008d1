import type { Change } from '../port/store.ts';
import type { Stored } from '../tables.ts';

// A body is canonical JSON: its fields in order, and in a text each quotation mark with a backslash
// before it. So these bytes stand only where the fields do, and what is between them can be counted as
// it is: to parse every body would cost ten times as much.
const CITES = '"cites":';
const HOUR = ',"hour":';
const PERMITTED = '"kind":"decision","permitted":true';
const REFUSED = '"kind":"decision","permitted":false';

/** Counts what the sentences cited in these entries did, on top of what was counted before. */
export function countSentences(
  bodies: readonly Uint8Array[],
  before: readonly Stored<'tally'>[],
): readonly Change[] {
  const permitted = new Map<string, number>();
  const refused = new Map<string, number>();
  for (const body of bodies) {
    const text = Buffer.from(body.buffer, body.byteOffset, body.length).toString('utf8');
    if (text.includes(PERMITTED)) count(citesIn(text), permitted);
    else if (text.includes(REFUSED)) count(citesIn(text), refused);
  }
  return [...tally(permitted, 'permitted', before), ...tally(refused, 'refused', before)];
}

/** The list of sentences that a decision cites, as the JSON that it is written in. */
function citesIn(text: string): string {
  const at = text.indexOf(CITES) + CITES.length;
  return text.slice(at, text.indexOf(HOUR, at));
}

function count(name: string, counts: Map<string, number>, times = 1): void {
  counts.set(name, (counts.get(name) ?? 0) + times);
}

/** How often each sentence came to an outcome, from how often each list of sentences did. */
function tally(
  lists: ReadonlyMap<string, number>,
  outcome: string,
  before: readonly Stored<'tally'>[],
): readonly Change[] {
  const sentences = new Map<string, number>();
  for (const [cites, times] of lists) {
    for (const sentence of JSON.parse(cites) as string[]) count(sentence, sentences, times);
  }
  return [...sentences].map(([sentence, times]) => {
    const old = before.find((row) => row.sentence === sentence && row.outcome === outcome);
    if (old === undefined) return { table: 'tally', after: { sentence, outcome, count: times } };
    return { table: 'tally', before: old, after: { ...old, count: old.count + times } };
  });
}
