import { UsageError } from '../arguments/usage.ts';
import type { ToldMeasure } from './page.ts';

/** What a running server says of its measures. */
interface ToldMeasures {
  readonly failed: boolean;
  readonly measures: readonly ToldMeasure[];
}

/** Asks a server. `UsageError` if none answers there, or something else does: then nothing is known. */
export async function askMeasures(server: string): Promise<ToldMeasures> {
  const url = URL.parse('/v1/measures?lang=en', server);
  if (url === null) throw new UsageError(`"${server}" is no address of a server.`);
  const response = await fetch(url, { signal: AbortSignal.timeout(60_000) }).catch(() => {
    throw new UsageError(`No server answers at ${url.origin}.`);
  });
  const told: unknown = response.ok ? await response.json().catch(() => undefined) : undefined;
  if (!isTold(told)) throw new UsageError(`What answers at ${url.origin} tells of no measures.`);
  return told;
}

function isTold(told: unknown): told is ToldMeasures {
  const { failed, measures } = (told ?? {}) as Partial<ToldMeasures>;
  return typeof failed === 'boolean' && Array.isArray(measures) && measures.every(isMeasure);
}

function isMeasure(told: unknown): told is ToldMeasure {
  const { id, state, says, sentences } = (told ?? {}) as Partial<ToldMeasure>;
  const isState = state === 'held' || state === 'failed' || state === 'unknown';
  return (
    isState && [id, says].every((text) => typeof text === 'string') && Array.isArray(sentences)
  );
}
