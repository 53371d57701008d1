import { randomBytes } from 'node:crypto';
import type { PersonId } from 'avow';

const LIFE = 10 * 60_000;
const MOST = 10_000;

/**
 * Who is expected back with a cookie that they were just given. The ticket travels in the address of the
 * page that follows and says nothing of anybody: whoever comes with it and without the cookie has a browser
 * that keeps none. Known to this process alone, for ten minutes.
 */
export class Returns {
  readonly #now: () => number;
  readonly #expected = new Map<string, { readonly person: PersonId; readonly until: number }>();

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  expect(person: PersonId): string {
    const ticket = randomBytes(16).toString('base64url');
    this.#expected.set(ticket, { person, until: this.#now() + LIFE });
    const [oldest] = this.#expected.keys();
    if (this.#expected.size > MOST && oldest !== undefined) this.#expected.delete(oldest);
    return ticket;
  }

  /**
   * Whose ticket it is, once: to be taken by whoever comes back with the cookie too, so that nobody who
   * goes back to that address after logging out is mistaken for somebody whose browser keeps none.
   */
  take(ticket: string | undefined): PersonId | undefined {
    if (ticket === undefined) return undefined;
    const found = this.#expected.get(ticket);
    this.#expected.delete(ticket);
    return found !== undefined && found.until > this.#now() ? found.person : undefined;
  }
}
