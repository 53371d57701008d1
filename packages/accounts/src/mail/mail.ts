import type { Address } from '../address.ts';

/** A message to one address. Its text is personal; whoever holds it keeps it no longer than sending takes. */
export interface Message {
  readonly to: Address;
  readonly subject: string;
  /** Plain text, lines ended by `\n`. */
  readonly text: string;
}

/** Sends messages. Rejects if the message was not taken over by whoever carries it on. */
export interface Mail {
  send(message: Message): Promise<void>;
  close(): void;
}
