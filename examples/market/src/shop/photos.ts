import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { PersonId } from 'avow';
import type { Photo } from '../pictures/photo.ts';

const DAY = 24 * 3_600_000;

/** Sellers' own pictures. What came along in a file beside the picture is gone before it gets here. */
export interface Photos {
  /** Keeps one and answers its id. What the seller sent before and put on no thing goes after a day. */
  add(seller: PersonId, photo: Photo): string;
  get(id: string): Photo | undefined;
  /** Whether this seller sent it. */
  isOf(id: string, seller: PersonId): boolean;
  removeAll(seller: PersonId): void;
}

export function photos(database: DatabaseSync, now: () => number): Photos {
  const insert = database.prepare(
    'INSERT INTO photo (id, seller, type, bytes, added) VALUES (?, ?, ?, ?, ?)',
  );
  const byId = database.prepare('SELECT type, bytes FROM photo WHERE id = ?');
  const own = database.prepare('SELECT 1 FROM photo WHERE id = ? AND seller = ?');
  const dropLoose = database.prepare(
    'DELETE FROM photo WHERE seller = ? AND added < ? AND id NOT IN (SELECT photo FROM listing WHERE photo IS NOT NULL)',
  );
  const dropAll = database.prepare('DELETE FROM photo WHERE seller = ?');
  const forget = database.prepare('UPDATE listing SET photo = NULL WHERE seller = ?');

  return {
    add(seller, { type, bytes }) {
      dropLoose.run(seller, now() - DAY);
      const id = randomUUID();
      insert.run(id, seller, type, bytes, now());
      return id;
    },
    get: (id) => byId.get(id) as Photo | undefined,
    isOf: (id, seller) => own.get(id, seller) !== undefined,
    removeAll(seller) {
      forget.run(seller);
      dropAll.run(seller);
    },
  };
}
