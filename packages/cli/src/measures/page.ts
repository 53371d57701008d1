import { bad, care, good, line, type Page, parts, type Said, table } from '../words/page.ts';

/** A measure, as a server tells of it at `/v1/measures`. */
export interface ToldMeasure {
  readonly id: string;
  readonly sentences: readonly string[];
  readonly state: 'held' | 'failed' | 'unknown';
  readonly says: string;
}

const states = {
  held: good('held'),
  failed: bad('failed'),
  unknown: care('unknown'),
} as const satisfies Record<ToldMeasure['state'], Said>;

/** Each measure with how it stands, what was found, and the sentences that promise it. */
export function measuresPage(measures: readonly ToldMeasure[]): Page {
  const rows = measures.flatMap(({ id, sentences, state, says }) => [
    [states[state], id, says],
    ...(sentences.length === 0 ? [] : [['', '', `promised by ${sentences.join(', ')}`]]),
  ]);
  return parts([line(verdict(measures))], [table(rows)]);
}

function verdict(measures: readonly ToldMeasure[]): Said {
  const failed = measures.filter(({ state }) => state === 'failed').length;
  if (failed > 0) return bad(`Not working: ${failed} of ${measures.length} measures.`);
  const unknown = measures.filter(({ state }) => state === 'unknown').length;
  if (unknown > 0) return care(`No measure fails; of ${unknown} nothing can be said.`);
  return good(`All ${measures.length} measures work.`);
}
