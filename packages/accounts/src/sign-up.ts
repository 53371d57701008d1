import { isAvowFault, type PersonId } from 'avow';
import { type Address, addressIn } from './address.ts';
import { addressProblem, fieldProblems, invalid, passwordProblem } from './entered.ts';
import type { Accounts, SignUp } from './face.ts';
import { isLanguage, languageOf } from './mail/words.ts';
import type { Premises } from './premises.ts';
import {
  accountOf,
  addAccount,
  markLeaving,
  removeAccount,
  type Stored,
  waiting,
} from './stored.ts';
import { sealedConfirmation } from './verified.ts';

/** How long a link for confirming holds, and a sign-up waits for it. */
export const CONFIRM_WITHIN = 24 * 3_600_000;

/**
 * The way to an account: accept, then collect. What the answer says depends on nothing but what was
 * entered; whether the address has an account is found out after it.
 */
export function signUpWith(premises: Premises): Accounts['signUp'] {
  const { words, tries, later } = premises;
  return async (what) => {
    if (what.accepted !== true) return { outcome: 'not-accepted' };
    const address = addressIn(what.address);
    const wrong = invalid(
      {
        address: addressProblem(what.address),
        password: passwordProblem(what.password),
        language: isLanguage(what.language) ? undefined : 'malformed',
        country: /^[A-Z]{2}$/.test(what.country ?? 'CN') ? undefined : 'malformed',
      },
      fieldProblems(what.fields ?? {}, words.fields[what.kind] ?? []),
    );
    if (wrong !== undefined || address === undefined) return wrong ?? malformedAddress;
    const wait = tries.mail(premises.pseudonym(address), what.caller);
    if (wait !== undefined) return wait;
    await later.take(() => enrol(premises, what, address));
    return { outcome: 'mailed' };
  };
}

const malformedAddress = {
  outcome: 'invalid',
  fields: [{ name: 'address', problem: 'malformed' }],
} as const;

/**
 * Makes the account, or tells its owner that somebody wanted one. A sign-up that was never confirmed is
 * nobody's yet: the next one replaces it whole, so nobody can wait at somebody else's address.
 */
async function enrol(premises: Premises, what: SignUp, address: Address): Promise<void> {
  const { avow, door, writer } = premises;
  const pseudonym = premises.pseudonym(address);
  const known = await accountOf(door, pseudonym);
  if (known?.isConfirmed) {
    const link = premises.link('signIn');
    return writer.toPerson(known.person, known.language, { about: 'known', link });
  }
  // Confirmed at this very moment: its owner knows by now that there is an account.
  if (known && !(await discard(premises, known))) return;

  const { kind, country, language } = what;
  const { person } = await avow.subjects.create({ kind, ...(country ? { country } : {}) });
  // The row first: of two who sign up with one address at once its constraint lets one have it, and
  // whatever is cut off after it is found again, unconfirmed, by the next sign-up or the sweep.
  const { password } = what;
  const about = { person, pseudonym, password, language: languageOf(language) };
  const account = await addAccount(door, about);
  if (account === undefined) return void (await avow.erase({ person }));
  await avow.agreement.accept({ person, language });
  if (!(await collect(premises, person, address, what))) {
    await discard(premises, account);
    return;
  }
  const sealed = await sealedConfirmation(premises, { account: account.id, address });
  const token = await waiting(door, 'confirm').put(sealed, CONFIRM_WITHIN);
  const link = premises.link('confirm', token);
  await writer.toPerson(person, languageOf(language), { about: 'verify', link });
}

/** Keeps what was entered; false if the policy refuses it, or the address is found to be somebody's. */
async function collect(
  { avow, words }: Premises,
  person: PersonId,
  address: Address,
  { fields = {} }: SignUp,
): Promise<boolean> {
  const given = Object.entries(fields).filter(([, value]) => value !== '');
  try {
    const { permitted } = await avow.collect({
      person,
      purpose: words.purpose,
      fields: { ...Object.fromEntries(given), [words.address]: address },
      findBy: [words.address],
    });
    return permitted;
  } catch (fault) {
    if (isAvowFault(fault, 'AVOW_TAKEN')) return false;
    throw fault;
  }
}

/**
 * Takes a sign-up back, unless it was confirmed in between: false then. The row goes last, for without
 * it nobody would find the person again.
 */
export async function discard({ avow, door }: Premises, account: Stored): Promise<boolean> {
  if (!(await markLeaving(door, account.id))) return false;
  await avow.erase({ person: account.person });
  await removeAccount(door, account.id);
  return true;
}
