import { isAvowFault, type PersonId } from 'avow';
import type { Address } from './address.ts';
import type { Premises } from './premises.ts';
import { accountOf } from './stored.ts';

/** What the link of a sign-up leads to: the account, and the address that it was sent to. */
interface Confirmation {
  readonly account: string;
  /** Absent in a link of before addresses were kept with it. */
  readonly address?: Address;
}

/** What waits for the link, sealed: the address lies nowhere in clear. */
export const sealedConfirmation = ({ seal }: Premises, what: Confirmation): Promise<string> =>
  seal(JSON.stringify(what));

export async function confirmationIn({ unseal }: Premises, value: string): Promise<Confirmation> {
  // A link that was sent before holds the account's id alone, which opens as nothing.
  const opened = await unseal(value).catch(() => undefined);
  return opened === undefined ? { account: value } : (JSON.parse(opened) as Confirmation);
}

/**
 * Writes down with the library that a person has shown an address to be theirs; deliveries of partners
 * join an account by such addresses alone. It does nothing where the vault holds another one by now.
 */
export async function noteVerified(
  { avow, words }: Pick<Premises, 'avow' | 'words'>,
  person: PersonId,
  address: Address,
): Promise<void> {
  const category = words.address;
  if (await avow.subjects.isVerified(person, category)) return;
  await avow.subjects.verify({ person, category, value: address }).catch((fault: unknown) => {
    if (!isAvowFault(fault, 'AVOW_STATE')) throw fault;
  });
}

/** After the answer. Where too much waits there already it is left to the next sign-in, and nobody is turned away. */
export async function noteLater(
  { later }: Pick<Premises, 'later'>,
  note: () => Promise<void>,
): Promise<void> {
  await later.take(note).catch(() => undefined);
}

/**
 * The same for whoever signs in, by the address that they typed: it is the one that their account was
 * confirmed with. So accounts that were confirmed before anything was written down come to it.
 */
export async function noteConfirmed(premises: Premises, address: Address): Promise<void> {
  const account = await accountOf(premises.door, premises.pseudonym(address));
  if (account?.isConfirmed) await noteVerified(premises, account.person, address);
}
