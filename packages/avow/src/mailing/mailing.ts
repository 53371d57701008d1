import type { VaultRead } from '@avow/vault';
import type { PersonId } from '../face/ids.ts';
import type { Rows } from '../rows/reading.ts';
import type { Message } from './mail.ts';

/**
 * Something that is written to people, each by a decision of their own. Whoever was written to once
 * under its id is never written to again, by whatever process.
 */
export interface Mailing {
  /** What it is, as the log and the histories say it. */
  readonly kind: string;
  /** Names this one among its kind. */
  readonly id: string;
  /** What is asked of the policy for each person; the category is that of the address. */
  readonly asks: { readonly action: string; readonly purpose: string; readonly category: string };
  /** What tells whether it is for somebody. */
  reads(person: PersonId): readonly VaultRead[];
  /** In which language, if it is for them at this moment; asked again in the unit that decides. */
  concerns(rows: Rows, person: PersonId, now: number): string | undefined;
  write(language: string): Omit<Message, 'to'>;
}

/** How many of the people who are there stand where. */
export interface MailingProgress {
  readonly told: number;
  /** Still to be written to, those included whom the mail server told to come again. */
  readonly waiting: number;
  /** Nothing is held that a message could go to. */
  readonly unreachable: number;
  /** The mail server said no for good. */
  readonly failed: number;
  /** By the sentence that refused. */
  readonly refused: Readonly<Record<string, number>>;
  /** Handed to the mail server by a process that ended before the answer: perhaps taken, perhaps not. */
  readonly uncertain: number;
}
