import { randomInt } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { PersonId } from 'avow';
import { handles } from './handle.ts';

/** Somebody as others at the market know them. Their way in is no business of this file's. */
export interface Account {
  readonly person: PersonId;
  /** A number that `handleWords` puts into words; drawn by lot, so that it says nothing. */
  readonly handle: number;
  readonly created: number;
}

export interface Accounts {
  /** The account of somebody who is in; made when they come for the first time. */
  welcome(person: PersonId): Account;
  get(person: PersonId): Account | undefined;
  remove(person: PersonId): void;
  count(): number;
}

export function accounts(database: DatabaseSync, now: () => number): Accounts {
  const insert = database.prepare(
    'INSERT INTO member (person, handle, created) VALUES (?, ?, ?) ON CONFLICT (person) DO NOTHING',
  );
  const taken = database.prepare('SELECT 1 FROM member WHERE handle = ?');
  const byPerson = database.prepare('SELECT * FROM member WHERE person = ?');
  const drop = database.prepare('DELETE FROM member WHERE person = ?');
  const all = database.prepare('SELECT count(*) AS count FROM member');

  const freeHandle = (): number => {
    for (;;) {
      const handle = randomInt(handles);
      if (taken.get(handle) === undefined) return handle;
    }
  };
  const get = (person: PersonId) => byPerson.get(person) as Account | undefined;

  return {
    welcome(person) {
      const known = get(person);
      if (known !== undefined) return known;
      insert.run(person, freeHandle(), now());
      return get(person) as Account;
    },
    get,
    remove: (person) => void drop.run(person),
    count: () => (all.get() as { count: number }).count,
  };
}
