import { malformed, text } from '../door/text.ts';
import type { HintOutcome } from '../face/party.ts';

const LONGEST = 500;
/** How long a party has to take a hint, in ms. */
const PATIENCE = 5_000;
/** All that a party is told: whoever reads it on the way learns of nobody, and it opens nothing. */
const HINT = JSON.stringify({ see: 'duties' });

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Where a party wants to be told: checked, and written as a URL is. */
export function hintAddress(value: unknown): string {
  const given = text('notify', value, LONGEST);
  const url = URL.parse(given);
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isHere(url));
  if (url === null || !isSafe) {
    throw malformed('notify', 'must be https, or http on this machine');
  }
  if (url.username !== '' || url.password !== '' || url.hash !== '') {
    throw malformed('notify', 'must hold no name, password or fragment');
  }
  return url.href;
}

function isHere({ hostname }: URL): boolean {
  return LOOPBACK.has(hostname);
}

/**
 * Tells a party that something waits for it. The address is the party's, so nothing is believed of what
 * answers: no redirect is followed, no body read, and nothing of it kept but whether it was taken.
 */
export async function sendHint(address: string): Promise<Exclude<HintOutcome, 'sending'>> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: HINT,
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
    });
    await response.body?.cancel();
    return response.ok ? 'taken' : 'refused';
  } catch {
    return 'failed';
  }
}
