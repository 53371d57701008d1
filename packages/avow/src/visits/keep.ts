import type { AuditedChange, RecordRow, Vault } from '@avow/vault';
import type { Done, InUnit } from '../act/deed.ts';
import type { PersonId } from '../face/ids.ts';
import { AvowError } from '../fault.ts';
import { mustNotEnd } from '../records/ending.ts';
import { classOfCategory, expiryOf } from '../records/retention.ts';
import { BOOK_VISITS, bookCategory, booksOf, DAY_BOOKS } from '../register/visit.ts';
import { type Noted, packNotes, unpackNotes } from './content.ts';

/** Values of one category that are to be written into the books of a day. */
interface Page {
  readonly person: PersonId;
  readonly day: string;
  readonly category: string;
  readonly notes: readonly Omit<Noted, 'collected' | 'until'>[];
}

/** Writes values into the books of their category and day: into one that has room, then into new ones. */
export function keepNotes(vault: Vault, pages: readonly Page[], unit: InUnit): Done<undefined> {
  mustNotEnd(
    unit,
    pages.map(({ category }) => category),
  );
  const changes: AuditedChange[] = [];
  const touched: string[] = [];
  for (const page of pages) {
    for (const { before, after } of booksFor(vault, page, unit)) {
      changes.push({ table: 'record', after, ...(before ? { before } : {}) });
      touched.push(after.id);
    }
  }
  return { value: undefined, changes, touched };
}

function booksFor(vault: Vault, page: Page, unit: InUnit) {
  const { person, day, category } = page;
  const { now, words, seals, rows } = unit;
  const retention = classOfCategory(words, category);
  const until = expiryOf(words, retention, now, null);
  const notes = page.notes.map((note): Noted => ({ ...note, collected: now, until }));
  const books = rows.of(booksOf(person, category, day));

  const seal = (
    before: RecordRow | undefined,
    held: readonly Noted[],
    version = (before?.version ?? 0) + 1,
  ) => {
    const id = before?.id ?? vault.mint();
    const header = { id, person, category: bookCategory(category, day), retention, version };
    const more = { source: 'device', collected: before?.collected ?? now, expires: until };
    return { before, after: { ...header, ...more, ...seals.seal(header, packNotes(held)) } };
  };

  const written: ReturnType<typeof seal>[] = [];
  const [last] = books.slice(-1);
  if (last !== undefined && last.retention === retention) {
    const held = unpackNotes(seals.open(last));
    const more = notes.splice(0, Math.max(0, BOOK_VISITS - held.length));
    if (more.length > 0) written.push(seal(last, [...held, ...more]));
  }
  const added = Math.ceil(notes.length / BOOK_VISITS);
  if (books.length + added > DAY_BOOKS) {
    throw new AvowError('AVOW_TOO_MANY', 'too many visits of one day', 'visits');
  }
  for (let at = 0; at < added; at += 1) {
    written.push(seal(undefined, notes.slice(at * BOOK_VISITS, (at + 1) * BOOK_VISITS)));
  }
  return written;
}
