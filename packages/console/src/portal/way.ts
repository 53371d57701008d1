import { timingSafeEqual } from 'node:crypto';
import type { CaseRecipient } from 'avow';
import type { AnyAvow, Console } from '../web/visit.ts';

/** Digits of the code: 48 bits, and worth nothing without the link. */
const length = 12;

/**
 * The code that goes with a link, by another way than the link goes: together they are how somebody without an
 * account and without a key signs in. It follows from the ticket by a key of the key store, so it is kept nowhere.
 */
export function codeFor({ subjects }: Pick<AnyAvow, 'subjects'>, ticket: string): string {
  const digits = subjects.pseudonym('console/portal', ticket).slice(0, length);
  return digits.match(/.{4}/g)?.join('-') ?? digits;
}

/** Whether what was entered is the code of a ticket, however it was grouped. */
export function isCodeFor(avow: Pick<AnyAvow, 'subjects'>, ticket: string, entered: string) {
  const plain = (code: string) => Buffer.from(code.toLowerCase().replaceAll(/[\s-]/g, ''));
  const [right, said] = [plain(codeFor(avow, ticket)), plain(entered)];
  return right.length === said.length && timingSafeEqual(right, said);
}

/** Where a recipient takes up what a ticket is for; the ticket itself, where no portal is mounted. */
export function wayTo({ portal }: Pick<Console, 'portal'>, ticket: string, to?: CaseRecipient) {
  if (portal === undefined) return ticket;
  const whose =
    to !== undefined && 'party' in to ? `?${new URLSearchParams({ for: to.party })}` : '';
  return `${portal}/${ticket}${whose}`;
}
