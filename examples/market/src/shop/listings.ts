import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { PersonId } from 'avow';
import type { PictureName } from '../pictures/index.ts';
import type { Language } from '../words/index.ts';

export type ListingState = 'offered' | 'ordered' | 'sold' | 'withdrawn';

/** What is said about a thing, in the languages in which somebody said it. */
export type ListingTexts = Partial<
  Record<Language, { readonly title: string; readonly body: string }>
>;

/** A thing on offer. The seller is an id: buyers see the seller's handle. */
export interface Listing {
  readonly id: string;
  readonly seller: PersonId;
  /** The drawing that says what kind of thing it is; shown where there is no picture of its own. */
  readonly picture: PictureName;
  /** The seller's own picture, by its id. */
  readonly photo: string | null;
  /** In fen, a hundredth of a yuan. */
  readonly price: number;
  readonly texts: ListingTexts;
  readonly state: ListingState;
  readonly listed: number;
}

export interface Listings {
  add(
    what: Pick<Listing, 'seller' | 'picture' | 'price' | 'texts'> & Partial<Pick<Listing, 'photo'>>,
  ): Listing;
  get(id: string): Listing | undefined;
  /** What is on offer and speaks of all the words asked for, newest first. */
  offered(search?: string): Listing[];
  of(seller: PersonId): Listing[];
  /** Moves a listing on; false when it was no longer in the state it was thought to be in. */
  move(id: string, from: ListingState, to: ListingState): boolean;
  /** Takes everything of a seller off the shelves. */
  withdrawAll(seller: PersonId): void;
}

type Row = Omit<Listing, 'texts'> & { readonly texts: string };

export function listings(database: DatabaseSync, now: () => number): Listings {
  const insert = database.prepare(
    'INSERT INTO listing (id, seller, picture, photo, price, texts, state, listed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const byId = database.prepare('SELECT * FROM listing WHERE id = ?');
  const onOffer = database.prepare(
    "SELECT * FROM listing WHERE state = 'offered' ORDER BY rowid DESC LIMIT 200",
  );
  const bySeller = database.prepare(
    'SELECT * FROM listing WHERE seller = ? ORDER BY rowid DESC LIMIT 200',
  );
  const step = database.prepare('UPDATE listing SET state = ? WHERE id = ? AND state = ?');
  const withdraw = database.prepare(
    "UPDATE listing SET state = 'withdrawn' WHERE seller = ? AND state = 'offered'",
  );

  return {
    add(what) {
      const given = { photo: null, ...what };
      const listing: Listing = { ...given, id: randomUUID(), state: 'offered', listed: now() };
      const { id, seller, picture, photo, price, texts, state, listed } = listing;
      insert.run(id, seller, picture, photo, price, JSON.stringify(texts), state, listed);
      return listing;
    },
    get: (id) => read(byId.get(id)),
    // A keyword is compared and forgotten here (clause 1.d).
    offered: (search = '') => onOffer.all().map(row).filter(speaksOf(search)),
    of: (seller) => bySeller.all(seller).map(row),
    move: (id, from, to) => step.run(to, id, from).changes === 1,
    withdrawAll: (seller) => void withdraw.run(seller),
  };
}

const row = (stored: unknown): Listing => {
  const listing = stored as Row;
  return { ...listing, texts: JSON.parse(listing.texts) as ListingTexts };
};

const read = (stored: unknown): Listing | undefined =>
  stored === undefined ? undefined : row(stored);

function speaksOf(search: string): (listing: Listing) => boolean {
  const words = search.toLowerCase().split(/\s+/u).filter(Boolean);
  return ({ texts }) => {
    const said = Object.values(texts)
      .map(({ title, body }) => `${title}\n${body}`)
      .join('\n')
      .toLowerCase();
    return words.every((word) => said.includes(word));
  };
}
