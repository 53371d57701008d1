import { MailRefused, MailUnanswered } from 'avow';
import { createTransport } from 'nodemailer';
import type { Mail } from './mail.ts';

export interface SmtpOptions {
  /** `smtps://user:password@host:465`, or `smtp://host:587`, which goes on over STARTTLS. */
  readonly url: string;
  /** Whom messages are from: `Harbour Market <post@harbour.example>`. */
  readonly from: string;
  /** Permits a server that speaks no TLS, such as one on the same machine. Default false. */
  readonly allowClear?: boolean;
}

/** Hands messages to a mail server, each over a connection that is encrypted or refused. */
export function smtp({ url, from, allowClear = false }: SmtpOptions): Mail {
  const options = { url, requireTLS: !allowClear, disableFileAccess: true, disableUrlAccess: true };
  return {
    async send({ to, subject, text, unsubscribe }) {
      const { logger, isHandedOver } = listener();
      // Each message has a connection of its own, so a transport costs nothing more.
      const transport = createTransport({ ...options, logger }, { from });
      try {
        // As an object, so that no character of an address can name a second one.
        await transport.sendMail({
          ...{ to: { name: '', address: to }, subject, text },
          ...(unsubscribe === undefined ? {} : { headers: listHeaders(unsubscribe) }),
        });
      } catch (problem) {
        // A mail server's answer repeats the address.
        const code = codeOf(problem);
        if (code === undefined && isHandedOver()) {
          throw new MailUnanswered('the mail server did not say whether it took the message');
        }
        throw new MailRefused('the mail server did not take the message', isForGood(problem));
      }
    },
    close: () => {},
  };
}

/** Hears what nodemailer does, keeps nothing of it, and knows when the last byte of a message had gone out. */
function listener() {
  let isOut = false;
  const hear = ({ tnx }: { readonly tnx?: unknown }) => {
    if (tnx === 'message') isOut = true;
  };
  const logger = {
    ...{ level() {}, trace: hear, debug: hear, info: hear, warn: hear, error: hear, fatal: hear },
  };
  return { logger, isHandedOver: () => isOut };
}

/** RFC 8058, section 3.1; who signs messages by DKIM signs both fields as well. */
function listHeaders(unsubscribe: string): Record<string, string> {
  return {
    'List-Unsubscribe': `<${new URL(unsubscribe).href}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

/**
 * Whether the server will never take a message for this address (RFC 5321, section 4.2.1: a code of 5yz
 * says so). What it says to anything but the address is about us or about it, and may pass.
 */
function isForGood(problem: unknown): boolean {
  const { command } = Object(problem) as { command?: unknown };
  return command === 'RCPT TO' && (codeOf(problem) ?? 0) >= 500;
}

/** What the server answered, if it did. */
function codeOf(problem: unknown): number | undefined {
  const { responseCode } = Object(problem) as { responseCode?: unknown };
  return typeof responseCode === 'number' ? responseCode : undefined;
}
