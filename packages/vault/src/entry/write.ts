import { VaultError } from '../fault.ts';
import type { EntryId, Mint } from '../id.ts';
import { DataKeys } from '../keys/data-keys.ts';
import type { Random } from '../port/random.ts';
import type { Change, Row } from '../port/store.ts';
import { historyContext } from '../record/context.ts';
import { seal } from '../record/seal.ts';
import { dataTable } from '../tables.ts';
import { entryBody, type OwnDraft } from './body.ts';
import { type Committed, commitment, NONCE_BYTES } from './commitment.ts';
import type { EntryDraft, EvidenceDraft, Subject } from './draft.ts';
import { hourOf, hourText } from './hour.ts';
import { rowHash, SALT_BYTES, stampRow } from './row-hash.ts';
import { type Opening, toldBytes } from './told.ts';

/** Retention class of the key that history is sealed under. */
export const HISTORY = 'history';

/** What it takes to write entries, whenever that is: fresh ids and randomness. */
export interface WritingTools {
  readonly mint: Mint;
  readonly random: Random;
}

/** The same in a unit, with its moment and the keys of those that the entries speak of. */
export interface Scribe extends WritingTools {
  readonly now: number;
  readonly keys: readonly DataKeys[];
}

/** An entry and everything that goes with it, as changes of one unit. */
export interface Written {
  readonly id: EntryId;
  /** The leaf. */
  readonly body: Uint8Array;
  readonly changes: readonly Change[];
}

/** The opening of an entry's commitment, with its nonce. */
export interface OpenedSubject extends Committed {
  readonly nonce: Uint8Array;
}

/**
 * Writes an entry that a caller drafted: its changes with their hashes, its person's history, its
 * leaf.
 */
export function writeEntry(draft: EntryDraft, scribe: Scribe): Written {
  const id = scribe.mint(scribe.now) as EntryId;
  const changes: Change[] = (draft.changes ?? []).map((change) => {
    mustBeAsWritten(change);
    return stamp(change, scribe.random);
  });
  let subject: Uint8Array | null = null;
  if (draft.subject !== undefined) {
    const opened = openSubject(draft.subject, scribe);
    subject = commitment(opened.nonce, opened);
    const history = historyRow(id, draft.subject, opened, scribe);
    changes.push(stamp({ table: 'history', after: history }, scribe.random));
  }
  return leaf(id, draft, subject, changes, scribe);
}

/**
 * Writes one of the vault's own entries. The opening of its subject is kept by the caller, or by
 * nobody.
 */
export function writeOwnEntry(
  draft: OwnDraft | Omit<EvidenceDraft, 'subject' | 'changes'>,
  opened: OpenedSubject | null,
  changes: readonly { table: string; before?: Row; after?: Row }[],
  scribe: Omit<Scribe, 'keys'>,
): Written {
  const stamped = changes.map((change) => stamp(change, scribe.random));
  const subject = opened === null ? null : commitment(opened.nonce, opened);
  return leaf(scribe.mint(scribe.now) as EntryId, draft, subject, stamped, scribe);
}

/** A subject with a fresh nonce and its exact time. */
export function openSubject(
  subject: Subject,
  { random, now }: { readonly random: Random; readonly now: number },
): OpenedSubject {
  const { person, party = null, evidence = [] } = subject;
  return { nonce: random(NONCE_BYTES), person, party, evidence, at: now };
}

/** What a commitment hides, as its holder gets it. */
export function openingOf({ nonce, person, party, evidence, at }: OpenedSubject): Opening {
  return { nonce: Buffer.from(nonce).toString('base64'), person, party, evidence, at };
}

function leaf(
  id: EntryId,
  draft: EntryDraft | OwnDraft,
  subject: Uint8Array | null,
  changes: readonly Change[],
  { now }: { readonly now: number },
): Written {
  const rows = {
    added: changes.flatMap(({ after }) => (after === undefined ? [] : [hashOf(after)])),
    removed: changes.flatMap(({ before }) => (before === undefined ? [] : [hashOf(before)])),
  };
  const body = entryBody(draft, { id, hour: hourText(now), subject, rows });
  return { id, body, changes: [...changes, { table: 'entry', after: { id, body } }] };
}

/** A change of an audited table, its new row with salt and hash. */
function stamp(
  { table: name, before, after }: { table: string; before?: Row; after?: Row },
  random: Random,
): Change {
  const table = dataTable(name);
  if (!table?.audited) {
    throw new VaultError('AVOW_INVALID', 'an entry accounts for changes of audited tables only');
  }
  const stamped = after === undefined ? {} : { after: stampRow(table, after, random(SALT_BYTES)) };
  return { table: name, ...(before === undefined ? {} : { before }), ...stamped };
}

/**
 * What somebody altered in the store would be right from then on by the hash of the row that takes its place, and
 * no audit could tell any more. Taking an altered row away hides nothing, and must not be prevented.
 */
function mustBeAsWritten({ table: name, before, after }: Parameters<typeof stamp>[0]): void {
  const table = dataTable(name);
  if (table === undefined || before === undefined || after === undefined) return;
  if (Buffer.compare(rowHash(table, before), hashOf(before)) === 0) return;
  throw new VaultError(
    'AVOW_UNRECORDED',
    `a row of ${table.name} is not what the log says of it; "avow audit" tells which was altered`,
  );
}

function hashOf(row: Row): Uint8Array {
  const { hash } = row;
  if (!(hash instanceof Uint8Array)) {
    throw new VaultError('AVOW_INVALID', 'a replaced or removed row must be one that was read');
  }
  return hash;
}

function historyRow(id: EntryId, subject: Subject, opened: OpenedSubject, scribe: Scribe): Row {
  const keys = scribe.keys.find((candidate) => candidate.person === subject.person);
  const key = keys && DataKeys.forRetention(keys, HISTORY);
  if (key === undefined) {
    throw new VaultError('AVOW_UNKNOWN', 'an entry with a subject needs their key for history');
  }
  const told = toldBytes({ opening: openingOf(opened), note: subject.note ?? null });
  const sealed = seal(key.secret, historyContext(id, subject.person), told, scribe.random);
  const at = hourOf(scribe.now);
  const expires = subject.keptFor === undefined ? null : at + subject.keptFor;
  return { id, person: subject.person, at, expires, key: key.id, sealed };
}
