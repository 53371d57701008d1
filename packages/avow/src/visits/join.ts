import type { Words } from '@avow/policy';
import type { AuditedChange, RecordRow, Vault } from '@avow/vault';
import { perform } from '../act/act.ts';
import type { Done, InUnit } from '../act/deed.ts';
import type { Question } from '../act/question.ts';
import { actions, purposes } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { asPersonId } from '../door/ids.ts';
import { malformed } from '../door/text.ts';
import { word } from '../door/words.ts';
import type { PersonId } from '../face/ids.ts';
import type { Visits } from '../face/visits.ts';
import { AvowError } from '../fault.ts';
import { classesIn } from '../items/asked.ts';
import { findersOf } from '../register/finder.ts';
import { holdsOf, standingHolds } from '../register/hold.ts';
import {
  JOINED,
  joinedOf,
  OWN_DEVICE,
  ownDeviceOf,
  ownDeviceRef,
  strangerOf,
} from '../register/joined.ts';
import { personOf } from '../register/person.ts';
import { recordOf } from '../register/record.ts';
import { allBooksOf, bookCategory, dayOf } from '../register/visit.ts';
import { addEvidence } from '../rows/change.ts';
import { type Noted, packNotes, unpackNotes } from './content.ts';
import { listOf } from './list.ts';

/** Books of a category that one act moves: its entry names each by two hashes, and an entry is bounded. */
const MOST_MOVED = 50;

/** A device, and the person whom it is found to belong to. */
interface Both {
  readonly device: PersonId;
  readonly person: PersonId;
}

/**
 * Makes a device's visits a person's, in bounded acts with a decision each. The first one writes down that
 * the device is joined, so that nothing more comes to it; what is cut off after that lies with the device,
 * under its own keys, until joining is asked for again.
 */
export function joinWith(deployment: Deployment): Visits<Words>['join'] {
  const { vault, policy } = deployment;
  return async (what) => {
    const words = policy.current().policy.vocabulary;
    const both = { device: asPersonId(what.device, 'device'), person: asPersonId(what.person) };
    if (both.device === both.person) throw malformed('device', 'must not be the person');
    const purpose = word('purpose', what.purpose ?? purposes.security, 'purposes', words);
    const categories = [...listOf(words).values()].sort();
    const moved = new Set<string>();
    for (;;) {
      const decided = await perform<Moved>(deployment, () => ({
        person: both.person,
        beside: both.device,
        questions: questionsOf(both.person, purpose, categories),
        lock: 'exclusive',
        reads: [
          joinedOf(both.device),
          ownDeviceOf(both.device, both.person),
          strangerOf(both.device),
          holdsOf(both.device),
          ...categories.map((category) => booksToMove(both, category)),
          ...categories.flatMap((category) => [
            recordOf(both.device, category),
            findersOf(both.device, category),
          ]),
        ],
        seals: classesIn(categories),
        apply(unit) {
          mustJoin(both, unit);
          return step(vault, both, categories, unit);
        },
      }));
      if (!decided.permitted) return decided;
      for (const visit of decided.value.visits) moved.add(visit);
      if (!decided.value.isMore) return { ...decided, value: { count: moved.size } };
    }
  };
}

function questionsOf(
  person: PersonId,
  purpose: string,
  categories: readonly string[],
): [Question, Question] {
  const about = { person, categories, to: 'platform' } as const;
  return [
    { ...about, action: actions.join, purpose },
    { ...about, action: actions.store, purpose: purposes.keeping },
  ];
}

/** Refuses what is no device of one person's. */
function mustJoin({ device, person }: Both, { rows, now }: InUnit): void {
  const refuse = (what: string) => new AvowError('AVOW_STATE', what, 'device');
  const [found] = rows.of(personOf(device));
  if (found?.kind !== 'device') throw malformed('device', 'must be a device');
  if (rows.of(personOf(person))[0]?.kind === 'device') {
    throw malformed('person', 'must be a person or an organisation');
  }
  if (found.state !== 'active') throw refuse('is suspended');
  if (rows.of(strangerOf(device)).length > 0) throw refuse('stands for many browsers');
  const isJoined = rows.of(joinedOf(device)).length > 0;
  if (isJoined && rows.of(ownDeviceOf(device, person)).length === 0) {
    throw refuse('is joined to somebody else already');
  }
  // Whose name they are kept under is part of what a hold keeps as it is.
  if (standingHolds(rows, device, now).length > 0) throw refuse('is under a legal hold');
}

/** Which visits were moved, and whether there may be more. */
interface Moved {
  readonly visits: readonly string[];
  readonly isMore: boolean;
}

function booksToMove({ device }: Both, category: string) {
  return allBooksOf(device, category, MOST_MOVED);
}

function step(vault: Vault, both: Both, categories: readonly string[], unit: InUnit): Done<Moved> {
  const found = categories.map((category) => unit.rows.of(booksToMove(both, category)));
  const books = found.flat();
  const single = categories.flatMap((category) => unit.rows.of(recordOf(both.device, category)));
  const moved = [
    ...books.map((before) => move(before, both.person, unit)),
    ...single.map((before) => moveSingle(before, both.person, unit)),
  ];
  return {
    value: {
      visits: moved.flatMap(({ visits }) => visits),
      isMore: found.some((rows) => rows.length === MOST_MOVED),
    },
    changes: [
      ...marks(vault, both, unit),
      ...moved.map(({ change }) => change),
      ...leadingTo(single, both, unit),
    ],
    touched: [...books, ...single].map(({ id }) => id),
  };
}

/** The record of the device becomes one of the person's, sealed under the person's key. */
function move(before: RecordRow, person: PersonId, unit: InUnit) {
  const content = unit.seals.open(before);
  const change = reseal(before, { person }, content, unit);
  return { change, visits: unpackNotes(content).map(({ visit }) => visit) };
}

/** A value that was collected alone becomes a book with one visit: the person may have one of their own. */
function moveSingle(before: RecordRow, person: PersonId, unit: InUnit) {
  const { collected, expires: until } = before;
  const value = Buffer.from(unit.seals.open(before)).toString('utf8');
  const noted: Noted = { visit: `collected ${collected}`, collected, until, value };
  const category = bookCategory(before.category, dayOf(collected));
  const change = reseal(before, { person, category }, packNotes([noted]), unit);
  return { change, visits: [noted.visit] };
}

/** What the device was found by does not find the person: nobody is found by a visit. */
function leadingTo(
  records: readonly RecordRow[],
  { device }: Both,
  { rows }: InUnit,
): AuditedChange[] {
  return records.flatMap(({ id, category }) =>
    rows
      .of(findersOf(device, category))
      .filter(({ target }) => target === id)
      .map((before): AuditedChange => ({ table: 'blind', before })),
  );
}

function reseal(
  before: RecordRow,
  to: Partial<Pick<RecordRow, 'person' | 'category'>>,
  content: Uint8Array,
  { seals }: InUnit,
): AuditedChange {
  const { salt: _salt, hash: _hash, key: _key, sealed: _sealed, ...row } = before;
  const header = { ...row, ...to, version: before.version + 1 };
  return { table: 'record', before, after: { ...header, ...seals.seal(header, content) } };
}

/** What says that they are joined; nothing, if that is on record. */
function marks(vault: Vault, { device, person }: Both, { rows, now }: InUnit): AuditedChange[] {
  if (rows.of(joinedOf(device)).length > 0) return [];
  const row = { state: 'joined', at: now } as const;
  const ref = ownDeviceRef(device, person);
  return [
    addEvidence({ ...row, id: vault.mint(), kind: JOINED, person: device }, {}),
    addEvidence({ ...row, id: vault.mint(), kind: OWN_DEVICE, person, ref }, {}),
  ];
}
