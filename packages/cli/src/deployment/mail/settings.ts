import { UsageError } from '../../arguments/usage.ts';
import type { Environment } from '../signed-in.ts';

/** What the environment says of the mail server that people are written over. */
export interface MailSettings {
  /** `smtps://user:password@mail.example:465`, or `smtp://mail.example:587`. */
  readonly url: string;
  /** Whom messages are from. */
  readonly from: string;
  /** What the sender is called there; absent: it is an address alone. */
  readonly name: string | undefined;
  /** The policy's category of the address that they go to. */
  readonly address: string;
  /** A mail server on this machine need not speak TLS. */
  readonly isHere: boolean;
}

/**
 * Reads `AVOW_MAIL_URL`, `_FROM` and `_ADDRESS`; undefined if nobody is to be written to. The address of a mail server
 * may hold a password: no message repeats it.
 */
export function mailIn({
  AVOW_MAIL_URL: url,
  AVOW_MAIL_FROM: from,
  AVOW_MAIL_ADDRESS: address = 'contact.email',
}: Environment): MailSettings | undefined {
  if (!url && !from) return undefined;
  if (!url || !from) {
    throw new UsageError(
      'AVOW_MAIL_URL and AVOW_MAIL_FROM go together: the mail server, and whom messages are from.',
    );
  }
  const found = URL.canParse(url) ? new URL(url) : undefined;
  if (found === undefined || !['smtp:', 'smtps:'].includes(found.protocol) || !found.hostname) {
    throw new UsageError(
      'AVOW_MAIL_URL is an address such as smtps://user:password@mail.example:465.',
    );
  }
  const sender = senderIn(from);
  if (sender === undefined) {
    // Not repeated either: it may be the address of the mail server, with its password.
    throw new UsageError(
      'AVOW_MAIL_FROM is one sender, such as Harbour Market <post@harbour.example>.',
    );
  }
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(found.hostname);
  return { url, ...sender, address, isHere };
}

/** One address, with or without a name before it. No letter of the name means anything to a mail server. */
function senderIn(text: string): Pick<MailSettings, 'from' | 'name'> | undefined {
  const pattern =
    /^\s*(?:"?([^"\\<>\r\n]*[^"\\<>\s])"?\s*(?=<))?<?([^\s"\\<>()@,:;]+@[^\s"\\<>()@,:;]+)>?\s*$/;
  const [, name, address] = pattern.exec(text) ?? [];
  if (address === undefined) return undefined;
  return { from: name === undefined ? address : `"${name}" <${address}>`, name };
}
