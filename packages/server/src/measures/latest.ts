import type { Measured } from 'avow';

/** For how long an answer serves everybody: a page that anyone may ask for must not keep the stores busy. */
const FRESH = 10_000;

/** Checks when asked, at most every ten seconds; who asks while a check is under way waits for it. */
export function latest(
  check: () => Promise<readonly Measured[]>,
  now: () => number = () => performance.now(),
): () => Promise<readonly Measured[]> {
  let last: { readonly at: number; readonly found: Promise<readonly Measured[]> } | undefined;
  return () => {
    if (last !== undefined && now() - last.at < FRESH) return last.found;
    const found = check();
    const asked = { at: now(), found };
    last = asked;
    // What could not be asked at all is asked again by the next one.
    found.catch(() => {
      if (last === asked) last = undefined;
    });
    return found;
  };
}
