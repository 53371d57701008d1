import { asPersonId, type PersonId } from 'avow';
import type { Premises } from './premises.ts';

/** How long somebody who is not let in may take to read why and to appeal. */
const LIFE = 30 * 60 * 1_000;

/** Stands for somebody who proved who they are and is not let in: it opens no session. */
interface Tickets {
  issue(person: PersonId): Promise<string>;
  holder(ticket: string): Promise<PersonId | undefined>;
}

/** A ticket is sealed, so that nobody makes one, and says until when; nothing is kept of it. */
export function ticketsOf({
  seal,
  unseal,
  now,
}: Pick<Premises, 'seal' | 'unseal' | 'now'>): Tickets {
  return {
    issue: (person) => seal(JSON.stringify({ about: 'ticket', person, until: now() + LIFE })),
    async holder(ticket) {
      const said = await unseal(ticket).then(readTicket, () => undefined);
      return said !== undefined && said.until > now() ? asPersonId(said.person) : undefined;
    },
  };
}

function readTicket(text: string): { readonly person: string; readonly until: number } | undefined {
  const said: unknown = JSON.parse(text);
  const { about, person, until } = Object(said) as Record<string, unknown>;
  const isTicket = about === 'ticket' && typeof person === 'string' && typeof until === 'number';
  return isTicket ? { person, until } : undefined;
}
