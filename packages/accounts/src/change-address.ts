import { hash } from 'node:crypto';
import { isAvowFault } from 'avow';
import { type Address, addressIn } from './address.ts';
import { addressProblem, invalid } from './entered.ts';
import type { Accounts } from './face.ts';
import type { Premises } from './premises.ts';
import { presented } from './sessions.ts';
import {
  accountById,
  accountOf,
  dropResets,
  renameAccount,
  type Stored,
  waiting,
} from './stored.ts';
import { noteVerified } from './verified.ts';

const CONFIRM_WITHIN = 3_600_000;

/** What waits for the link, sealed: the new address lies nowhere in clear, and not in the link either. */
interface Change {
  readonly account: string;
  readonly address: Address;
  /** Names the password that it was asked with; with another one the wish is over. */
  readonly password: string;
}

/** A hash has a salt of its own, so that no two passwords have one name, nor one password that is set twice. */
const passwordOf = ({ hash: stored }: Stored): string => hash('sha256', stored ?? '', 'base64url');

/** Takes a wish for another address. Whether somebody has it already is said there alone. */
export function changeAddressWith(premises: Premises): Accounts['changeAddress'] {
  const { door, tries, passwords, later } = premises;
  return async ({ cookie, password, address: typed, caller }) => {
    const found = await presented(premises, cookie);
    const account = found && (await accountById(door, found.account));
    if (account === undefined) return { outcome: 'signed-out' };
    const address = addressIn(typed);
    const wrong = invalid({ address: addressProblem(typed) });
    if (address === undefined) return wrong ?? { outcome: 'signed-out' };
    const wait =
      tries.compare(account.pseudonym, caller) ??
      tries.mail(premises.pseudonym(address), undefined);
    if (wait !== undefined) return wait;
    if (!(await passwords.matches(String(password), account.hash))) return { outcome: 'wrong' };
    await later.take(() => ask(premises, account, address));
    return { outcome: 'mailed' };
  };
}

async function ask(premises: Premises, account: Stored, address: Address): Promise<void> {
  const { door, writer } = premises;
  const owner = await accountOf(door, premises.pseudonym(address));
  if (owner?.isConfirmed && owner.id !== account.id) {
    const link = premises.link('signIn');
    return writer.toPerson(owner.person, owner.language, { about: 'address-taken', link });
  }
  const change: Change = { account: account.id, address, password: passwordOf(account) };
  const sealed = await premises.seal(JSON.stringify(change));
  const token = await waiting(door, 'address').put(sealed, CONFIRM_WITHIN);
  const link = premises.link('confirmAddress', token);
  await writer.toAddress(address, account.language, { about: 'new-address', link });
}

/**
 * The row gets its new pseudonym, which one account can have; the old address hears of it; the vault gets
 * its new value; the link is used up last. Cut off anywhere, the same link finishes it.
 */
export function confirmAddressWith(premises: Premises): Accounts['confirmAddress'] {
  const { avow, door, words, writer, tries } = premises;
  const links = waiting(door, 'address');
  return async ({ token, caller }) => {
    const wait = tries.compare(token, caller);
    if (wait !== undefined) return wait;
    const sealed = await links.find(token);
    if (sealed === undefined) return { outcome: 'expired' };
    const change = JSON.parse(await premises.unseal(sealed)) as Change;
    const account = await accountById(door, change.account);
    if (account === undefined) return { outcome: 'expired' };
    // Whoever found somebody else at their account and set a new password is not to lose it after that.
    if (passwordOf(account) !== change.password) return { outcome: 'expired' };
    const { person, language, pseudonym: before } = account;
    const after = premises.pseudonym(change.address);
    if (!(await renameAccount(door, account.id, after))) return { outcome: 'taken' };
    // While the vault still holds the old one.
    const link = premises.link('report');
    await writer.toPerson(person, language, { about: 'address-changed', link });
    const fields = { [words.address]: change.address };
    const corrected = await avow.correct({ person, fields }).catch((fault: unknown) => {
      if (isAvowFault(fault, 'AVOW_TAKEN')) return undefined;
      throw fault;
    });
    if (!corrected?.permitted) {
      // The row goes by what the vault holds.
      await renameAccount(door, account.id, before);
      if (corrected === undefined) return { outcome: 'taken' };
      return { outcome: 'refused', sentence: corrected.sentence };
    }
    await noteVerified(premises, person, change.address);
    // Whoever reads the old address alone is no longer the owner.
    await dropResets(door, account.id);
    await links.take(token);
    return { outcome: 'changed' };
  };
}
