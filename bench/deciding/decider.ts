import type { Request } from './requests.ts';

/**
 * An engine that has been given the policy. `prepare` puts a request into the form that the engine likes best, and is
 * not timed. `decide` goes from that form to the answer, `decideFetching` from the request's strings and a
 * store of facts, of which it may fetch only those it needs.
 */
export interface Decider<P> {
  readonly name: string;
  prepare(request: Request): P;
  decide(prepared: P): boolean;
  decideFetching(request: Request, fetch: Fetch): boolean;
}

/** Looks one fact of a request up: undefined if nothing is known of it. */
export type Fetch = (request: Request, fact: string) => boolean | undefined;

/** Fetches every fact: what an engine does that cannot say beforehand which ones it needs. */
export function fetchAll(
  request: Request,
  facts: readonly string[],
  fetch: Fetch,
): Record<string, boolean> {
  const known: Record<string, boolean> = {};
  for (const fact of facts) {
    const value = fetch(request, fact);
    if (value !== undefined) known[fact] = value;
  }
  return known;
}
