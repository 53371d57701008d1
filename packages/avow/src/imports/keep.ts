import type { AuditedChange, EvidenceRow, RecordRow, Vault, VaultRead } from '@avow/vault';
import type { Deed, Done, InUnit } from '../act/deed.ts';
import { unsettled } from '../act/settle.ts';
import { actions, purposes } from '../conventions.ts';
import type { PartyId, PersonId } from '../face/ids.ts';
import type { RejectCode } from '../face/imports.ts';
import { pack, unpack } from '../items/content.ts';
import { newLot } from '../items/lots.ts';
import { mustNotEnd } from '../records/ending.ts';
import { classOfCategory, expiryOf } from '../records/retention.ts';
import { removalIn, removalsOf } from '../register/brought.ts';
import type { ImportRecord } from '../register/import.ts';
import {
  type Lot,
  type LotBody,
  lotFrom,
  lotRow,
  lotsOf,
  MOST_LOTS,
  sealedLots,
} from '../register/lot.ts';
import { recordOf } from '../register/record.ts';
import { isStillHeld, verifiedRow } from '../register/verified.ts';
import type { Row } from './row.ts';

/** One line about one person. */
export interface Keeping {
  readonly record: ImportRecord;
  readonly person: PersonId;
  readonly verified: EvidenceRow;
  readonly row: Row;
}

/** What came of a line that the policy permits: kept, or why it was not all the same. */
export type Kept = 'kept' | Extract<RejectCode, 'duplicate' | 'corrected' | 'removed' | 'full'>;

/**
 * The deed of a line. What a partner says of somebody in a category is one item in a lot of its own, with
 * the partner as its source: so what several say lies side by side, each with where it came from, and what
 * one says anew takes the place of what it said before, and of nothing else.
 */
export function deedOf(vault: Vault, keeping: Keeping): Deed<Kept> {
  const { person, verified, row } = keeping;
  const { purpose, match } = keeping.record;
  const party = keeping.record.party as PartyId;
  const categories = [...row.fields.keys()];
  const about = { person, categories, to: 'platform' } as const;
  const reads: VaultRead[] = [
    verifiedRow(verified.id),
    recordOf(person, match),
    lotsOf(person),
    removalsOf(person),
    ...categories.map((category) => sealedLots(person, category)),
  ];
  return {
    person,
    questions: [
      { ...about, from: party, action: actions.fromParty, purpose },
      { ...about, action: actions.store, purpose: purposes.keeping },
    ],
    lock: 'exclusive',
    reads,
    // That of what it was matched by as well: nothing of it is opened, but it is read, so its key must be there.
    seals: (words) => [...categories, match].map((category) => classOfCategory(words, category)),
    apply: (unit) => keep(vault, keeping, unit),
  };
}

function keep(vault: Vault, keeping: Keeping, unit: InUnit): Done<Kept> {
  const { person, verified, row } = keeping;
  const { id: delivery, party, match } = keeping.record;
  const [still] = unit.rows.of(verifiedRow(verified.id));
  const [held] = unit.rows.of(recordOf(person, match));
  // What they verified is not theirs any more: to be matched anew.
  if (!isStillHeld(still, held)) throw unsettled();
  const categories = [...row.fields.keys()];
  mustNotEnd(unit, categories);
  const lots = unit.rows.of(lotsOf(person));
  // In whatever category, so that it is the same whether or not the two lines stand in one step.
  if (lots.some((lot) => isOf(delivery, lot))) return { value: 'duplicate' };
  if (categories.some((each) => removalIn(unit.rows, person, party, each) !== undefined)) {
    return { value: 'removed' };
  }
  const before = categories.map((category) => lotBefore(keeping, category, lots, unit));
  if (before.some((lot) => lot && isCorrected(lot))) return { value: 'corrected' };
  if (lots.length + before.filter((lot) => !lot).length > MOST_LOTS) return { value: 'full' };
  const changes: AuditedChange[] = [];
  const touched: string[] = [];
  for (const [at, [category, value]] of [...row.fields].entries()) {
    const lot = before[at];
    const id = lot?.row.id ?? vault.mint();
    touched.push(id);
    changes.push(
      ...(lot
        ? replaced(keeping, lot, value, unit)
        : added(vault, keeping, { id, category, value }, unit)),
    );
  }
  return { value: 'kept', changes, touched };
}

/** Whether a delivery brought a lot. Most did not, and are not read to find out. */
const isOf = (delivery: string, lot: EvidenceRow): boolean =>
  lot.body.includes(delivery) && lotFrom(lot).terms['import'] === delivery;

interface Before extends Lot {
  readonly sealed: RecordRow;
}

/** What the partner said of them before, if that is still kept. */
function lotBefore(
  { record: { party }, person }: Keeping,
  category: string,
  lots: readonly EvidenceRow[],
  { rows }: InUnit,
): Before | undefined {
  for (const sealed of rows.of(sealedLots(person, category))) {
    if (sealed.source !== party) continue;
    const row = lots.find(({ id }) => id === sealed.id);
    const lot = row && lotFrom(row);
    if (lot?.terms['import'] !== undefined) return { ...lot, sealed };
  }
  return undefined;
}

/** Whoever changed it after the partner's last delivery did so for the person, whose word stands. */
function isCorrected({ sealed, terms }: Before): boolean {
  return String(sealed.version) !== terms['version'];
}

function bodyOf(
  { record: { id, party, engagement, purpose }, row }: Keeping,
  category: string,
  unit: InUnit,
  version: number,
): LotBody {
  return {
    category,
    retention: classOfCategory(unit.words, category),
    purpose,
    terms: {
      party,
      engagement,
      import: id,
      line: String(row.line),
      version: String(version),
    },
    count: 1,
  };
}

function added(
  vault: Vault,
  keeping: Keeping,
  {
    id,
    category,
    value,
  }: { readonly id: string; readonly category: string; readonly value: string },
  unit: InUnit,
): AuditedChange[] {
  const body = bodyOf(keeping, category, unit, 1);
  return newLot(vault, unit, {
    id,
    person: keeping.person,
    body,
    source: keeping.record.party,
    collected: unit.now,
    until: expiryOf(unit.words, body.retention, unit.now, null),
    // An id of ours is in nobody else's key.
    items: [{ key: `partner/${id}`, value, labels: {} }],
  });
}

/** The same lot with what is said now; its key, and what the person objects to, stay. */
function replaced(keeping: Keeping, lot: Before, value: string, unit: InUnit): AuditedChange[] {
  const { sealed: before, row, category } = lot;
  const { salt: _salt, hash: _hash, key: _key, sealed: _content, ...kept } = before;
  const version = before.version + 1;
  const body = bodyOf(keeping, category, unit, version);
  const { retention } = body;
  const until = expiryOf(unit.words, retention, unit.now, before.expires);
  const header = { ...kept, retention, version, collected: unit.now, expires: until };
  const items = unpack(unit.seals.open(before)).map((item) => ({ ...item, value }));
  const after = { ...header, ...unit.seals.seal(header, pack(items)) };
  const terms = { ...lot.terms, ...body.terms };
  const { id, person, ref } = row;
  return [
    { table: 'record', before, after },
    {
      table: 'evidence',
      before: row,
      after: lotRow({ id, person: person ?? '', at: unit.now, until, ref }, { ...body, terms }),
    },
  ];
}
