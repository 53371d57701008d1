import type { Vault } from '@avow/vault';
import type { EntryId, PersonId } from '../face/ids.ts';
import type { ReadOf } from '../rows/reading.ts';
import { entryOf, leafFrom } from './leaf.ts';
import { isOwnLook, isVisit, type Line } from './line.ts';

/** How far back one page goes, in lines shown or left out. */
const FARTHEST = 2_000;

interface PageAsked {
  readonly person: PersonId;
  readonly before: EntryId | undefined;
  readonly limit: number;
  readonly ownLooks: boolean;
  readonly visits: boolean;
  /** Whether a line is among those that are wanted, as far as its entry tells. */
  readonly wants: (line: Line) => boolean;
}

/** Which lines a page has, newest first, and from where the next one goes on. */
export interface Page {
  readonly lines: readonly Line[];
  /** The last entry gone through; undefined if there is nothing older. */
  readonly next: EntryId | undefined;
}

/**
 * Finds the lines of a page. Goes by the entries alone, which are public, so that nothing has to be
 * opened which the page does not show.
 */
export async function pageOf(vault: Vault, asked: PageAsked): Promise<Page> {
  const { limit, ownLooks, visits, wants } = asked;
  const lines: Line[] = [];
  let { before: last } = asked;
  for (let seen = 0; seen < FARTHEST; ) {
    const wanted = Math.min(limit + 1, FARTHEST - seen);
    const found = await linesBefore(vault, asked.person, last, wanted);
    for (const line of found) {
      // One more than fits: there is a next page.
      if (lines.length === limit) return { lines, next: last };
      const isShown = (ownLooks || !isOwnLook(line)) && (visits || !isVisit(line));
      if (isShown && wants(line)) lines.push(line);
      last = line.entry;
    }
    if (found.length < wanted) return { lines, next: undefined };
    seen += found.length;
  }
  return { lines, next: last };
}

async function linesBefore(
  vault: Vault,
  person: PersonId,
  before: EntryId | undefined,
  limit: number,
): Promise<Line[]> {
  const [rows] = await vault.read([rowsBefore(person, before, limit)]);
  const entries = await vault.read(rows.map(({ id }) => entryOf(id)));
  return rows.map(({ id }, at) => {
    const leaf = leafFrom(entries[at]![0]!.body);
    if (leaf.kind === 'decision' || leaf.kind === 'evidence') return { entry: id as EntryId, leaf };
    throw new TypeError(`an entry of kind ${leaf.kind} speaks of nobody`);
  });
}

/** The sealed rows of a page, as one read: those of its lines, and what was left out between them. */
export function rowsOf(
  { person, before }: PageAsked,
  { lines }: Page,
): readonly ReadOf<'history'>[] {
  const oldest = lines.at(-1)?.entry;
  return oldest === undefined ? [] : [{ ...rowsBefore(person, before, 10_000), upTo: oldest }];
}

function rowsBefore(
  person: PersonId,
  before: EntryId | undefined,
  limit: number,
): ReadOf<'history'> {
  const older = before === undefined ? {} : { after: before };
  return { table: 'history', by: 'key', equals: [person], ...older, descending: true, limit };
}
