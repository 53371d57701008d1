import type { Mail, Message } from './mail.ts';

/** A message as the inbox shows it. */
export interface Received extends Message {
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Messages that go nowhere: for development and tests. Kept in memory, the newest first. */
export interface Inbox extends Mail {
  readonly received: readonly Received[];
}

const MOST = 200;

export function inbox(now: () => number = Date.now): Inbox {
  const received: Received[] = [];
  return {
    received,
    async send(message) {
      received.unshift({ ...message, at: now() });
      received.length = Math.min(received.length, MOST);
    },
    close() {},
  };
}
