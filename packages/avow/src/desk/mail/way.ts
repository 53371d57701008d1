import type { Mail, Message } from '../../mailing/mail.ts';

/** A way to tell people by mail, too, that something of theirs was disclosed at the desk. */
export interface TellingWay {
  readonly mail: Mail;
  /** The policy's category of the address that it goes to. */
  readonly address: string;
  /** What it says, in a language of the policy: see `tellingLetter`. */
  write(language: string): Omit<Message, 'to'>;
  /** What somebody is written who is complained of: see `callingLetter`. Absent: nobody is, by mail. */
  call?(language: string): Omit<Message, 'to'>;
  /** Messages a minute that each process sends at most. Default 600. */
  readonly perMinute?: number;
}
