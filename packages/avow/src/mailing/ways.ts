import type { CategoryName, Words } from '@avow/policy';
import { alertLetter } from '../alerts/letter.ts';
import { callingLetter, tellingLetter } from '../desk/mail/letter.ts';
import { noticeLetter } from '../notices/letter.ts';
import type { AvowOptions } from '../options.ts';
import type { Mail } from './mail.ts';

type Page = (language: string) => string;

/** Pages that messages lead to, in a language of the policy. None of them names whom a message was sent to. */
export interface MailLinks {
  /** A version of the policy, with its difference. */
  readonly version: (version: string, language: string) => string;
  /** Where a person comments on a change, answers it, and goes instead. */
  readonly comment: Page;
  readonly answer: Page;
  readonly leave: Page;
  /** Where a person reads what was disclosed of theirs, and what is said of them. */
  readonly told: Page;
  readonly cases: Page;
  /** Where a person signs in, asks for a new password, and sees what was done for their safety. */
  readonly signIn: Page;
  readonly reset: Page;
  readonly safety: Page;
  /** Where a person says what else they want. */
  readonly choices: Page;
  /**
   * Where a token unsubscribes, by one POST and without signing in: over https, at the server's
   * `/unsubscribe/<token>`. Absent: no campaigns go out.
   */
  readonly unsubscribe?: (token: string, language: string) => string;
}

export interface MailWays<V extends Words> {
  readonly mail: Mail;
  /** The policy's category of the address that all of it goes to. */
  readonly address: CategoryName<V>;
  /** The platform, as it calls itself in a language. */
  readonly name: Page;
  readonly links: MailLinks;
}

/**
 * All that people are written, as options of `createAvow`: changes of the policy, what the desk disclosed, their own
 * safety, and campaigns; in English or Chinese. One of them that is to say something else is put in its place.
 */
export function mailWays<V extends Words>({
  mail,
  address,
  name,
  links,
}: MailWays<V>): Pick<AvowOptions<V>, 'notices' | 'tellings' | 'alerts' | 'campaigns'> {
  const way = { mail, address };
  const said = { ...links, name };
  const { choices, unsubscribe } = links;
  return {
    notices: { ...way, write: noticeLetter(said) },
    tellings: { ...way, write: tellingLetter(said), call: callingLetter(said) },
    alerts: { ...way, write: alertLetter(said) },
    ...(unsubscribe && { campaigns: { ...way, name, choices, unsubscribe } }),
  };
}
