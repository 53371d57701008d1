import type { EvidenceRow } from '@avow/vault';
import type { ReadOf, Rows } from '../rows/reading.ts';
import { reference } from './reference.ts';

/**
 * How far a message to one person has come. `sending` stands before the mail server is asked and goes
 * once it has answered: where it stays, nobody knows whether the message was taken.
 */
export type MailedState =
  | 'sending'
  | 'sent'
  | 'waiting'
  | 'failed'
  | 'unreachable'
  | 'refused'
  | 'unsuited';

export interface MailedBody {
  /** How often it was tried. */
  readonly tries: number;
  /** The sentence that refused it. */
  readonly sentence?: string;
}

/** The most mailings of one kind that a person is written to about, so that a read of them is complete. */
const MOST = 10_000;

/** Everything of one kind that a person was written to about. */
export function mailedTo(person: string, kind: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'person', equals: [person, kind], limit: MOST };
}

export function mailedRef(kind: string, id: string): string {
  return reference(kind, id);
}

/** The row of one mailing, among those read of a person; one at most. */
export function mailedIn(
  rows: Rows,
  person: string,
  { kind, id }: { readonly kind: string; readonly id: string },
): EvidenceRow | undefined {
  const ref = mailedRef(kind, id);
  return rows.of(mailedTo(person, kind)).find((row) => row.ref === ref);
}

export function mailedBody(row: EvidenceRow): MailedBody {
  return JSON.parse(row.body) as MailedBody;
}

const MINUTE = 60_000;
const LONGEST_WAIT = 6 * 60 * MINUTE;

/** After this long without an answer of the mail server nobody waits for one any more. */
const GIVEN_UP = 15 * MINUTE;

/**
 * Whether the message may be sent now: never before, or asked to come again, and long enough ago. One that is
 * rather sent twice than never also if nobody has heard the end of it.
 */
export function isDue(
  row: EvidenceRow | undefined,
  now: number,
  { isUrgent = false }: { readonly isUrgent?: boolean } = {},
): boolean {
  if (row === undefined) return true;
  if (isUrgent && standsAt(row, now) === 'uncertain') return true;
  if (row.state !== 'waiting') return false;
  const { tries } = mailedBody(row);
  return now >= row.at + (tries === 0 ? 0 : Math.min(MINUTE * 2 ** (tries - 1), LONGEST_WAIT));
}

/** How it stands at a moment: `uncertain` is a sending that nobody has heard the end of. */
export function standsAt(row: EvidenceRow, now: number): MailedState | 'uncertain' {
  const state = row.state as MailedState;
  return state === 'sending' && now - row.at >= GIVEN_UP ? 'uncertain' : state;
}
