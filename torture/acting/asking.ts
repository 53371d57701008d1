import { setTimeout } from 'node:timers/promises';
import { NoAnswer, type Outcome, type Request } from '../asking/ask.ts';
import type { Book } from '../book/book.ts';
import type { Deployment } from '../deployment/deployment.ts';
import type { Asking } from './deed.ts';

type Answered = Outcome & { readonly kind: 'done' | 'turned away' };

/**
 * Asking that does not rest until there is an answer. For when the blow is over. Rejects with `NoAnswer`
 * if there never is one.
 */
export interface Insisting extends Asking {
  /** The same request again, until it is answered. */
  again(request: Request): Promise<Answered>;
}

/** How long a deployment may need, after a blow, until it answers: milliseconds. */
const RECOVERED_MS = 60_000;
const PAUSE_MS = 25;

export function insist(deployment: Deployment, book: Book): Insisting {
  async function until(request: Request, passing?: () => void): Promise<Answered> {
    // Of one server, whoever's turn it is: another would hide that this one does not recover.
    const place = deployment.turn();
    const end = performance.now() + RECOVERED_MS;
    let last = '';
    while (performance.now() < end) {
      const outcome = await deployment.ask(request, place);
      if (outcome.kind === 'done' || outcome.kind === 'turned away') return outcome;
      last = outcome.code;
      if (outcome.kind === 'uncertain') passing?.();
      await setTimeout(PAUSE_MS);
    }
    const { method, path } = request;
    throw new NoAnswer(`${method} ${path} is not answered after the blow: ${last}`);
  }

  return {
    again: (request) => until(request),

    async read(path) {
      const outcome = await until({ method: 'GET', path });
      return outcome.kind === 'done' ? outcome.told : { code: outcome.code };
    },

    async decide(path, { kind, leaves, mayLeave }) {
      const request: Request = { method: 'POST', path };
      const outcome = await until(request, () => book.unknown(mayLeave));
      if (outcome.kind === 'turned away') return outcome.code;
      book.answered(`${kind} at ${path}`, leaves(outcome.told), outcome.told);
      return outcome.told;
    },
  };
}
