import { createHash } from 'node:crypto';
import type { Words } from '@avow/policy';
import type { RecordRow } from '@avow/vault';
import type { InUnit } from '../act/deed.ts';
import { profileCategory } from '../conventions.ts';
import type { PersonId } from '../face/ids.ts';
import type { InterestEvidence, InterestSource } from '../face/interests.ts';
import { unpack } from '../items/content.ts';
import { isLot, sealedLots } from '../register/lot.ts';
import { recordOf } from '../register/record.ts';
import { allBooksOf } from '../register/visit.ts';
import type { ReadOf, Rows } from '../rows/reading.ts';
import { notesIn } from '../visits/content.ts';
import { listOf } from '../visits/list.ts';

/** The newest books that are looked at, of a hundred visits each: what is older is hardly an interest. */
const BOOKS = 32;
/** The newest lots of what partners told that are looked at. */
const LOTS = 32;
/** The evidence that is kept of pages, the newest. */
const PAGES = 5;

/** One kind of record that interests are derived from. */
interface Source {
  readonly category: string;
  readonly read: ReadOf<'record'>;
  /** What a record of it speaks of. */
  in(row: RecordRow, unit: InUnit): readonly (readonly [string, InterestEvidence])[];
}

/** What is looked at of a person: what the platform has words for and the policy has a category for. */
export function sourcesOf(
  { ofPage, ofLanguage, ofProfile }: InterestSource,
  words: Words,
  person: PersonId,
): readonly Source[] {
  const has = (category: string | undefined) =>
    category !== undefined && Object.hasOwn(words.categories, category);
  const listed = Object.hasOwn(words.categories, 'visit')
    ? listOf(words)
    : new Map<string, string>();
  const visited = (
    name: string,
    speaksOf: ((value: string) => readonly string[]) | undefined,
    evidence: (value: string, at: number) => InterestEvidence,
  ): Source[] => {
    const category = listed.get(name);
    if (category === undefined || speaksOf === undefined) return [];
    return [
      {
        category,
        // The newest days first.
        read: { ...newestBooks(person, category) },
        in: (row, { seals, now }) =>
          notesIn(row, seals.open, now).flatMap(({ value, collected }) =>
            speaksOf(value).map((interest) => [interest, evidence(value, collected)] as const),
          ),
      },
    ];
  };
  const told = (speaksOf: (profile: string) => readonly string[]): Source[] => {
    // By itself, as it was collected, and as items of a delivery.
    const one = recordOf(person, profileCategory);
    const lots = { ...sealedLots(person, profileCategory), limit: LOTS, descending: true };
    const valuesIn = (row: RecordRow, bytes: Uint8Array) =>
      isLot(row) ? unpack(bytes).map(({ value }) => value) : [Buffer.from(bytes).toString('utf8')];
    return [one, lots].map((read) => ({
      category: profileCategory,
      read,
      in: (row, { seals }) =>
        valuesIn(row, seals.open(row))
          .flatMap(speaksOf)
          .map((interest) => {
            const evidence = { from: 'partner', partner: row.source, at: row.collected } as const;
            return [interest, evidence] as const;
          }),
    }));
  };
  return [
    ...visited('page', ofPage, (page, at) => ({ from: 'page', page, at })),
    ...visited('language', ofLanguage, (language, at) => ({ from: 'language', language, at })),
    ...(ofProfile === undefined || !has(profileCategory) ? [] : told(ofProfile)),
  ];
}

/** The books of the last days, the newest first. */
function newestBooks(person: string, category: string): ReadOf<'record'> {
  return {
    ...allBooksOf(person, category, BOOKS),
    after: `${category}[9999`,
    upTo: `${category}[`,
    descending: true,
  };
}

/** Says from what, and up to what, interests are derived; the same as long as nothing comes. */
export function digestOfSources(sources: readonly Source[], rows: Rows, words: object): string {
  const read = sources.map(({ read }) => rows.of(read).map(({ id, version }) => [id, version]));
  return createHash('sha256')
    .update(JSON.stringify([read, Object.keys(words).sort()]))
    .digest('base64url');
}

/** What the sources speak of, each interest with its evidence, the newest first. */
export function spokenOf(
  sources: readonly Source[],
  unit: InUnit,
  isWord: (interest: string) => boolean,
): ReadonlyMap<string, readonly InterestEvidence[]> {
  const found = new Map<string, InterestEvidence[]>();
  for (const { read, in: speaksIn } of sources) {
    for (const row of unit.rows.of(read)) {
      for (const [interest, evidence] of speaksIn(row, unit)) {
        if (!isWord(interest)) continue;
        const all = found.get(interest);
        if (all) all.push(evidence);
        else found.set(interest, [evidence]);
      }
    }
  }
  return new Map([...found].map(([interest, evidence]) => [interest, newest(evidence)]));
}

/** The last visit to each of the last pages; of language and partner the last word. */
export function newest(evidence: readonly InterestEvidence[]): InterestEvidence[] {
  const ordered = [...evidence].sort((a, b) => b.at - a.at);
  const seen = new Set<string>();
  const counts = { page: 0, language: 0, partner: 0, person: 0 };
  const most = { page: PAGES, language: 1, partner: PAGES, person: 1 };
  return ordered.filter((each) => {
    const key = JSON.stringify([each.from, each.from === 'page' ? each.page : '']);
    const same = each.from === 'partner' ? JSON.stringify(['partner', each.partner]) : key;
    if (seen.has(same) || counts[each.from] >= most[each.from]) return false;
    seen.add(same);
    counts[each.from] += 1;
    return true;
  });
}
