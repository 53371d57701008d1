import { randomInt } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { PersonId } from 'avow';
import { handles } from './handle.ts';

/** An account: whose it is, the hash of its password, and the handle that others see. */
export interface Account {
  readonly person: PersonId;
  /** A number that `handleWords` puts into words; drawn by lot, so that it says nothing. */
  readonly handle: number;
  readonly password: string;
  readonly created: number;
}

export interface Accounts {
  add(what: Pick<Account, 'person' | 'password'>): Account;
  get(person: PersonId): Account | undefined;
  /** Deletes the account and ends its sessions. */
  remove(person: PersonId): void;
  count(): number;
}

export function accounts(database: DatabaseSync, now: () => number): Accounts {
  const insert = database.prepare(
    'INSERT INTO account (person, handle, password, created) VALUES (?, ?, ?, ?)',
  );
  const taken = database.prepare('SELECT 1 FROM account WHERE handle = ?');
  const byPerson = database.prepare('SELECT * FROM account WHERE person = ?');
  const drop = database.prepare('DELETE FROM account WHERE person = ?');
  const all = database.prepare('SELECT count(*) AS count FROM account');

  const freeHandle = (): number => {
    for (;;) {
      const handle = randomInt(handles);
      if (taken.get(handle) === undefined) return handle;
    }
  };

  return {
    add({ person, password }) {
      const account: Account = { person, password, handle: freeHandle(), created: now() };
      insert.run(account.person, account.handle, account.password, account.created);
      return account;
    },
    get: (person) => byPerson.get(person) as Account | undefined,
    remove: (person) => void drop.run(person),
    count: () => (all.get() as { count: number }).count,
  };
}
