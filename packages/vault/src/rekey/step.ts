import { EVIDENCE } from '../act/seals.ts';
import { checkStanding } from '../act/standing.ts';
import { rowHash } from '../entry/row-hash.ts';
import { HISTORY, type WritingTools, writeOwnEntry } from '../entry/write.ts';
import { isFault } from '../fault.ts';
import { DataKeys } from '../keys/data-keys.ts';
import type { Row, Unit } from '../port/store.ts';
import { evidenceContext, historyContext, recordContext } from '../record/context.ts';
import { seal, unseal } from '../record/seal.ts';
import {
  dataTable,
  type EvidenceRow,
  type HistoryRow,
  type PersonRow,
  type RecordRow,
} from '../tables.ts';

/** Where something of a person's lies sealed. */
export const sealedTables = ['record', 'history', 'evidence'] as const;
export type SealedTable = (typeof sealedTables)[number];

/** Whether a row is sealed under a key of theirs that is of an older generation. */
export function isUnderOlder(held: DataKeys, row: Row): boolean {
  const key = typeof row['key'] === 'string' ? DataKeys.byId(held, row['key']) : undefined;
  return key !== undefined && key.generation < held.generation;
}

/**
 * Seals these rows anew, in one act with its entry; answers how many. They are exchanged as they were
 * read, so a row that somebody changed meanwhile refuses the act, and the person is had alone.
 */
export function stepOf(
  table: SealedTable,
  rows: readonly Row[],
  held: DataKeys,
  tools: WritingTools,
): Unit<number> {
  return {
    locks: [{ on: 'person', id: held.person, mode: 'exclusive' }],
    reads: [{ table: 'person', by: 'key', equals: [held.person], limit: 1 }],
    decide([people = []], { now }) {
      checkStanding(held, people[0] as PersonRow | undefined, false);
      const changes = rows.flatMap((before) => {
        const after = anew(table, before, held, tools);
        return after === undefined ? [] : [{ table, before, after }];
      });
      if (changes.length === 0) return { changes, answer: 0 };
      const written = writeOwnEntry({ kind: 'rekey' }, null, changes, { ...tools, now });
      return { changes: written.changes, answer: changes.length };
    },
  };
}

/** Undefined: it was altered, or does not open for it. It is left as it is; an audit tells of it. */
function anew(
  table: SealedTable,
  row: Row,
  held: DataKeys,
  { random }: WritingTools,
): Row | undefined {
  const old = DataKeys.byId(held, String(row['key']));
  const next = DataKeys.forRetention(held, retentionOf(table, row));
  if (old === undefined || next === undefined || !isAsWritten(table, row)) return undefined;
  const context = contextOf(table, row);
  try {
    const content = unseal(old.secret, context, row['sealed'] as Uint8Array);
    return { ...row, key: next.id, sealed: seal(next.secret, context, content, random) };
  } catch (problem) {
    if (isFault(problem, 'AVOW_SEAL')) return undefined;
    throw problem;
  }
}

function isAsWritten(table: SealedTable, row: Row): boolean {
  return Buffer.compare(rowHash(dataTable(table)!, row), row['hash'] as Uint8Array) === 0;
}

function retentionOf(table: SealedTable, row: Row): string {
  if (table === 'record') return (row as RecordRow).retention;
  return table === 'history' ? HISTORY : EVIDENCE;
}

function contextOf(table: SealedTable, row: Row): Uint8Array {
  if (table === 'record') return recordContext(row as RecordRow);
  if (table === 'history') {
    const { id, person } = row as HistoryRow;
    return historyContext(id, person);
  }
  const { id, person } = row as EvidenceRow;
  return evidenceContext(id, person ?? '');
}
