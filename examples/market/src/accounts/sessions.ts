import { hash, randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { asPersonId, type PersonId } from 'avow';
import { type Language, languageOf } from '../words/index.ts';

/** Who is logged in, and in which language they read, if they said so. */
export interface Session {
  readonly person: PersonId;
  readonly language: Language | undefined;
}

export interface Sessions {
  /** Begins a session; the token goes into the cookie and is kept nowhere. */
  begin(person: PersonId, language: Language): string;
  find(token: string): Session | undefined;
  remember(token: string, language: Language): void;
  end(token: string): void;
}

/** Twelve hours: long enough for a day at the market, short enough for a shared machine. */
export const sessionLife = 12 * 60 * 60 * 1000;

export function sessions(database: DatabaseSync, now: () => number): Sessions {
  const insert = database.prepare(
    'INSERT INTO session (token, person, language, expires) VALUES (?, ?, ?, ?)',
  );
  const byToken = database.prepare(
    'SELECT person, language FROM session WHERE token = ? AND expires > ?',
  );
  const setLanguage = database.prepare('UPDATE session SET language = ? WHERE token = ?');
  const drop = database.prepare('DELETE FROM session WHERE token = ?');
  const dropOld = database.prepare('DELETE FROM session WHERE expires <= ?');

  return {
    begin(person, language) {
      dropOld.run(now());
      const token = randomBytes(32).toString('base64url');
      insert.run(stored(token), person, language, now() + sessionLife);
      return token;
    },
    find(token) {
      const row = byToken.get(stored(token), now());
      if (row === undefined) return undefined;
      return {
        person: asPersonId(row['person']),
        language: languageOf(String(row['language'])),
      };
    },
    remember: (token, language) => void setLanguage.run(language, stored(token)),
    end: (token) => void drop.run(stored(token)),
  };
}

/** A token has 256 random bits, so a plain hash of it cannot be searched: a slow one adds nothing. */
const stored = (token: string) => hash('sha256', token, 'buffer');
