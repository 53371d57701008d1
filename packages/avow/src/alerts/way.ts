import type { Alert } from '../face/alerts.ts';
import type { Mail, Message } from '../mailing/mail.ts';

/** A way to write to people about their own safety. */
export interface AlertWay {
  readonly mail: Mail;
  /** The policy's category of the address that it goes to. */
  readonly address: string;
  /** What it says, in a language of the policy: see `alertLetter`. */
  write(alert: Alert, language: string): Omit<Message, 'to'>;
}
