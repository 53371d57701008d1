/** A message to one address. Its text is personal; whoever holds it keeps it no longer than sending takes. */
export interface Message {
  readonly to: string;
  readonly subject: string;
  /** Plain text, lines ended by `\n`. */
  readonly text: string;
  /**
   * Where the reader gets none of its kind any more, by one POST without more ado: stands in the header
   * fields `List-Unsubscribe` and `List-Unsubscribe-Post` (RFC 8058). An address of `https`, which names nobody.
   */
  readonly unsubscribe?: string;
}

/**
 * Sends messages. Resolves once whoever carries it on has taken the message over; rejects if they have
 * not: with `MailRefused` if they said so, and for how long that holds; with `MailUnanswered` if they may
 * have. Whatever else goes wrong counts as a no for now.
 */
export interface Mail {
  send(message: Message): Promise<void>;
  close(): void;
}

/** A message was not taken. Says nothing of whom it was for. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
  /** Whether asking again leads nowhere: a mailbox that does not exist, not a server that is busy. */
  readonly isForGood: boolean;

  constructor(message: string, isForGood: boolean) {
    super(message);
    this.isForGood = isForGood;
  }
}

/** A message was handed over whole, and no answer came: perhaps it was taken. Says nothing of whom it was for. */
export class MailUnanswered extends Error {
  override readonly name = 'MailUnanswered';
}
