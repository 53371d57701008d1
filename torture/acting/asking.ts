import { setTimeout } from 'node:timers/promises';
import type { Outcome, Request } from '../asking/ask.ts';
import type { Book } from '../book/book.ts';
import type { Deployment } from '../deployment/deployment.ts';
import type { Asking } from './deed.ts';

/** Asking that does not rest until there is an answer. For when the blow is over. */
export interface Insisting extends Asking {
  /** The same request again, until it is answered; undefined if it never is. */
  again(request: Request): Promise<Outcome | undefined>;
}

/** How long a deployment may need, after a blow, until it answers: milliseconds. */
const RECOVERED_MS = 60_000;
const PAUSE_MS = 25;

export function insist(deployment: Deployment, book: Book): Insisting {
  async function until(
    request: Request,
    passing?: () => void,
  ): Promise<(Outcome & { kind: 'done' | 'turned away' }) | undefined> {
    const end = performance.now() + RECOVERED_MS;
    let last = '';
    while (performance.now() < end) {
      const outcome = await deployment.ask(request);
      if (outcome.kind === 'done' || outcome.kind === 'turned away') return outcome;
      last = outcome.code;
      if (outcome.kind === 'uncertain') passing?.();
      await setTimeout(PAUSE_MS);
    }
    book.findings.add(`${request.method} ${request.path} is not answered after the blow: ${last}`);
    return undefined;
  }

  return {
    again: (request) => until(request),

    async read(path) {
      const outcome = await until({ method: 'GET', path });
      if (outcome === undefined) return { code: 'no answer' };
      return outcome.kind === 'done' ? outcome.told : { code: outcome.code };
    },

    async decide(path, { kind, leaves, mayLeave }) {
      const request: Request = { method: 'POST', path };
      const outcome = await until(request, () => book.unknown(mayLeave));
      if (outcome === undefined) return 'no answer';
      if (outcome.kind === 'turned away') return outcome.code;
      book.answered(`${kind} at ${path}`, leaves(outcome.told), outcome.told);
      return outcome.told;
    },
  };
}
