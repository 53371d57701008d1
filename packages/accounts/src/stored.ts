import { randomBytes } from 'node:crypto';
import type { PersonId } from 'avow';
import type { FrontDoor } from './front-door.ts';
import { type Language, languageOf } from './mail/words.ts';
import type { Pseudonym } from './pseudonym.ts';

/** A row of an account, with the hash of its password. */
export interface Stored {
  readonly id: string;
  readonly person: PersonId;
  readonly pseudonym: Pseudonym;
  readonly language: Language;
  readonly isConfirmed: boolean;
  readonly created: number;
  readonly hash: string | undefined;
}

interface Row {
  readonly id: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly createdAt: Date;
}

const storedFrom = (row: Row, hash?: string): Stored => {
  const { person, language } = row as Row & { readonly person: string; readonly language: string };
  return {
    id: row.id,
    person: person as PersonId,
    pseudonym: row.email as Pseudonym,
    language: languageOf(language),
    isConfirmed: row.emailVerified,
    created: row.createdAt.getTime(),
    hash,
  };
};

const storage = async (door: FrontDoor) => (await door.$context).internalAdapter;

export async function accountOf(
  door: FrontDoor,
  pseudonym: Pseudonym,
): Promise<Stored | undefined> {
  const found = await (await storage(door)).findUserByEmail(pseudonym, { includeAccounts: true });
  return found ? storedFrom(found.user, found.accounts[0]?.password ?? undefined) : undefined;
}

export async function accountById(door: FrontDoor, id: string): Promise<Stored | undefined> {
  const held = await storage(door);
  const user = await held.findUserById(id);
  if (!user) return undefined;
  return storedFrom(user, (await held.findCredentialAccount(id))?.password ?? undefined);
}

export async function accountOfPerson(door: FrontDoor, person: PersonId) {
  const { adapter } = await door.$context;
  const where = [{ field: 'person', value: person as string }];
  const row = await adapter.findOne<Row>({ model: 'user', where });
  return row ? storedFrom(row) : undefined;
}

interface NewAccount {
  readonly person: PersonId;
  readonly pseudonym: Pseudonym;
  readonly password: string;
  readonly language: Language;
  readonly role?: string;
}

/** Adds an account, unconfirmed; undefined if somebody else has the pseudonym. */
export async function addAccount(door: FrontDoor, row: NewAccount): Promise<Stored | undefined> {
  const { pseudonym: email, ...about } = row;
  const body = { email, name: '-', leaving: false, ...about };
  const fault = await door.api.signUpEmail({ body }).then(
    () => undefined,
    (problem: unknown) => problem,
  );
  const stored = await accountOf(door, email);
  // The constraint refused the second of two; a store that failed has left nobody there.
  if (fault !== undefined && stored === undefined) throw fault;
  return stored?.person === row.person ? stored : undefined;
}

/** Deletes an account with its sessions and what else hangs on it. */
export async function removeAccount(door: FrontDoor, id: string): Promise<void> {
  const held = await storage(door);
  await held.deleteUserSessions(id);
  await held.deleteUser(id);
}

/**
 * Confirms an account, or marks one that nobody confirmed as leaving. Each is one statement that finds the
 * account only if the other has not happened: false if it has.
 */
export const confirmAccount = (door: FrontDoor, id: string): Promise<boolean> =>
  changeIf(door, id, { field: 'leaving', value: false }, { emailVerified: true });
export const markLeaving = (door: FrontDoor, id: string): Promise<boolean> =>
  changeIf(door, id, { field: 'emailVerified', value: false }, { leaving: true });

async function changeIf(
  door: FrontDoor,
  id: string,
  condition: { readonly field: string; readonly value: boolean },
  update: Record<string, boolean>,
): Promise<boolean> {
  const { adapter } = await door.$context;
  const where = [{ field: 'id', value: id }, condition];
  return (await adapter.updateMany({ model: 'user', where, update })) > 0;
}

/** Puts an account under another pseudonym; false if somebody has it. */
export async function renameAccount(
  door: FrontDoor,
  id: string,
  pseudonym: Pseudonym,
): Promise<boolean> {
  try {
    await (await storage(door)).updateUser(id, { email: pseudonym });
  } catch (fault) {
    // The constraint says no to the second; a store that failed leaves the pseudonym free.
    const owner = await accountOf(door, pseudonym);
    if (owner === undefined) throw fault;
    return owner.id === id;
  }
  return true;
}

/** Accounts that have a role, with whether their second factor is on. */
export async function accountsWithRole(door: FrontDoor) {
  const { adapter } = await door.$context;
  const rows = await adapter.findMany<
    Row & { readonly role: string | null; readonly twoFactorEnabled: boolean | null }
  >({ model: 'user', sortBy: { field: 'createdAt', direction: 'asc' } });
  return rows.map((row) => ({
    ...storedFrom(row),
    role: row.role,
    hasSecondFactor: row.twoFactorEnabled === true,
  }));
}

/** Gives an account new credentials: a password, no second factor, and no session that is older. */
export async function renewAccount(door: FrontDoor, id: string, hash: string): Promise<void> {
  const { adapter } = await door.$context;
  const held = await storage(door);
  await held.updatePassword(id, hash);
  await held.updateUser(id, { twoFactorEnabled: false });
  await held.deleteUserSessions(id);
  // Last: as long as it is there, whatever was cut off is known not to be done.
  await adapter.deleteMany({ model: 'twoFactor', where: [{ field: 'userId', value: id }] });
}

/** Takes back the links by which a new password of an account could be chosen. */
export async function dropResets(door: FrontDoor, id: string): Promise<void> {
  const { adapter } = await door.$context;
  // Of all that waits, these alone hold an account's id and nothing else.
  await adapter.deleteMany({ model: 'verification', where: [{ field: 'value', value: id }] });
}

/** Accounts that nobody confirmed, made before a moment. */
export async function unconfirmedBefore(door: FrontDoor, moment: number): Promise<Stored[]> {
  const { adapter } = await door.$context;
  const rows = await adapter.findMany<Row>({
    model: 'user',
    where: [
      { field: 'emailVerified', value: false },
      { field: 'createdAt', operator: 'lt', value: new Date(moment) },
    ],
    limit: 100,
  });
  return rows.map((row) => storedFrom(row));
}

/** Something that waits for whoever has the token: kept under the token's hash, taken once. */
export interface Waiting {
  put(value: string, life: number): Promise<string>;
  find(token: string): Promise<string | undefined>;
  /** Of several who ask for the same one, one gets it. */
  take(token: string): Promise<string | undefined>;
}

export function waiting(door: FrontDoor, about: string): Waiting {
  const named = (token: string) => `${about}:${token}`;
  return {
    async put(value, life) {
      const token = randomBytes(24).toString('base64url');
      const expiresAt = new Date(Date.now() + life);
      const held = await storage(door);
      await held.createVerificationValue({ identifier: named(token), value, expiresAt });
      return token;
    },
    async find(token) {
      const found = await (await storage(door)).findVerificationValue(named(token));
      return found && found.expiresAt > new Date() ? found.value : undefined;
    },
    take: async (token) =>
      (await (await storage(door)).consumeVerificationValue(named(token)))?.value,
  };
}
