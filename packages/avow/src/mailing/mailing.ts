import type { Lock, VaultRead } from '@avow/vault';
import type { InUnit } from '../act/deed.ts';
import type { Question } from '../act/question.ts';
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
  /** What else is asked, read and opened of each person, to say whether it suits them and what it tells them. */
  readonly suits?: Suiting;
  /** Rather twice than never: where nobody knows whether the mail server took it, it is sent again. */
  readonly isUrgent?: boolean;
  /** What must hold still while one is decided on. */
  readonly locks?: readonly Lock[];
  write(language: string, to: Addressee): Omit<Message, 'to'>;
}

/** Whom it is for where that, or what it says, hangs on what is sealed. */
export interface Suiting {
  questions(person: PersonId): readonly Question[];
  reads(person: PersonId): readonly VaultRead[];
  /** Values of the person that it tells them, by their names; undefined: it does not suit them. */
  in(unit: InUnit, person: PersonId): ValuesFor | undefined;
}

interface ValuesFor {
  readonly values: Readonly<Record<string, string>>;
  /** Ids of the records that were opened. */
  readonly touched: readonly string[];
}

/** The one who is written to: by the id of the row that says so, which names nobody. */
interface Addressee {
  readonly row: string;
  readonly values: Readonly<Record<string, string>>;
}

/** How many of the people who are there stand where. */
export interface MailingProgress {
  readonly told: number;
  /** Still to be written to, those included whom the mail server told to come again. */
  readonly waiting: number;
  /** Nothing is held that a message could go to. */
  readonly unreachable: number;
  /** Permitted, and not among those whom it suits; absent where it is for everybody. */
  readonly unsuited?: number;
  /** The mail server said no for good. */
  readonly failed: number;
  /** By the sentence that refused. */
  readonly refused: Readonly<Record<string, number>>;
  /** Handed to the mail server by a process that ended before the answer: perhaps taken, perhaps not. */
  readonly uncertain: number;
}
