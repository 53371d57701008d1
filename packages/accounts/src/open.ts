import type { Words } from '@avow/policy';
import { type Avow, asPersonId } from 'avow';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { admit } from './admit.ts';
import { changeAddressWith, confirmAddressWith } from './change-address.ts';
import { changePasswordWith } from './change-password.ts';
import { openDatabase } from './database/open.ts';
import type { AccountPages, Accounts } from './face.ts';
import { frontDoor } from './front-door.ts';
import { later } from './later.ts';
import { leaksWith } from './leak.ts';
import { type AccountLimits, tries } from './limits.ts';
import type { Mail } from './mail/mail.ts';
import { languageOf } from './mail/words.ts';
import { writerWith } from './mail/writer.ts';
import { passkeysWith } from './passkeys/passkeys.ts';
import { type Passwords, passwords } from './password.ts';
import type { AccountWords, AnyAvow, Premises } from './premises.ts';
import { provesWith } from './proves.ts';
import { pseudonymOf } from './pseudonym.ts';
import { requestResetWith, resetWith } from './reset.ts';
import { secondFactorWith } from './second-factor.ts';
import { forgetWith, sessionsWith, setLanguageWith, signOutWith, whoIsWith } from './sessions.ts';
import { confirmWith, signInWith } from './sign-in.ts';
import { signUpWith } from './sign-up.ts';
import { sweep, sweepHourly } from './sweep.ts';
import { ticketsOf } from './ticket.ts';
import { undoFactorWith } from './undo-factor.ts';

export interface AccountsOptions<V extends Words> {
  readonly avow: Avow<V>;
  /** A SQLite file of their own, or a PostgreSQL database, in which they have a schema of their own. */
  readonly database: string;
  /** The platform's address as browsers have it, `https://harbour.example`; links begin with it. */
  readonly origin: string;
  /** Paths of the platform's pages that links in messages lead to. */
  readonly pages: AccountPages;
  readonly mail: Mail;
  /** The session's cookie, as the policy's register names it. */
  readonly cookie: string;
  /** The platform's name, as an authenticator shows it. Default: the origin's host. */
  readonly issuer?: string;
  readonly words?: Partial<AccountWords>;
  readonly limits?: AccountLimits;
  readonly passwords?: Passwords;
  /** Told of what goes wrong where nobody waits for an answer. */
  readonly fault?: (problem: unknown) => void;
  readonly now?: () => number;
}

const defaults: AccountWords = {
  address: 'contact.email',
  purpose: 'account',
  message: { action: 'message', purpose: 'security' },
  fields: {
    person: ['contact.name', 'contact.phone', 'contact.address'],
    organisation: [
      'enterprise.name',
      'enterprise.registration',
      'organisation.representative',
      'organisation.contact',
    ],
  },
};

/** Opens the accounts of a platform, over a library that is open and is left open. */
export async function openAccounts<V extends Words>(
  options: AccountsOptions<V>,
): Promise<Accounts> {
  const avow = options.avow as unknown as AnyAvow;
  const { fault = () => {}, now = Date.now, cookie, origin, pages } = options;
  const words = { ...defaults, ...options.words };
  const work = options.passwords ?? passwords();
  const database = await openDatabase(options.database);
  // Of the key store: who has the tables alone can neither sign a cookie nor open what waits. The same at
  // whichever address the platform is reached, for second factors are sealed with it.
  const secret = avow.subjects.pseudonym('accounts/secret', 'people');
  const { address: category, message } = words;
  const writer = writerWith({ avow, mail: options.mail, category, message });
  const link: Premises['link'] = (page, token) => {
    const target = new URL(pages[page], origin);
    if (token !== undefined) target.searchParams.set('token', token);
    return target.href;
  };
  const sealing = {
    seal: (data: string) => symmetricEncrypt({ key: secret, data }),
    unseal: (data: string) => symmetricDecrypt({ key: secret, data }),
    now,
  };
  const tickets = ticketsOf(sealing);
  const door = frontDoor({
    database,
    secret,
    cookie,
    isSecure: new URL(origin).protocol === 'https:',
    passwords: work,
    admit: (person) => admit(avow, asPersonId(person), cookie, tickets.issue),
    async sendReset(person, language, token) {
      const told = { about: 'reset', link: link('reset', token) } as const;
      await writer.toPerson(person, languageOf(language), told);
    },
  });
  const premises: Premises = {
    avow,
    door,
    words,
    issuer: options.issuer ?? new URL(origin).host,
    writer,
    link,
    ...sealing,
    passwords: work,
    tries: tries(options.limits),
    later: later(fault),
    pseudonym: (address) => pseudonymOf(avow.subjects, 'people', address),
  };
  const undoFactor = undoFactorWith(premises);
  const stopSweeping = sweepHourly(premises, fault);
  let closed: Promise<void> | undefined;
  return {
    signUp: signUpWith(premises),
    confirm: confirmWith(premises),
    signIn: signInWith(premises),
    whoIs: whoIsWith(premises),
    setLanguage: setLanguageWith(premises),
    proves: provesWith(premises),
    signOut: signOutWith(premises),
    requestReset: requestResetWith(premises),
    reset: resetWith(premises, undoFactor),
    changePassword: changePasswordWith(premises),
    changeAddress: changeAddressWith(premises),
    confirmAddress: confirmAddressWith(premises),
    whoHolds: tickets.holder,
    ...leaksWith(premises),
    sessions: sessionsWith(premises),
    secondFactor: secondFactorWith(premises, undoFactor.tell),
    passkeys: passkeysWith({ ...premises, origin }),
    forget: forgetWith(premises),
    sweep: () => sweep(premises),
    settled: () => premises.later.settled(),
    close() {
      stopSweeping();
      closed ??= premises.later.settled().then(() => database.close());
      return closed;
    },
  };
}
