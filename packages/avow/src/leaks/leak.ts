import type { Words } from '@avow/policy';
import type { EvidenceRow } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import type { LeakId, PartyId, PersonId } from '../face/ids.ts';
import type { Leak, LeakState } from '../face/leaks.ts';
import { AvowError } from '../fault.ts';
import { LEAK, leakFrom, leakRow } from '../register/leak.ts';
import { isInTime } from '../registers/term.ts';
import { type Rows, readNow } from '../rows/reading.ts';

/** A leak as operators meet it, and its person. */
export function leakOf(row: EvidenceRow): Leak<Words> {
  const { happened, values, freeze, reset, contained, notified, closed } = leakFrom(row);
  return {
    leak: row.id as LeakId,
    person: row.person as PersonId,
    reported: row.at,
    happened,
    categories: Object.keys(values),
    state: row.state as LeakState,
    frozen: freeze
      ? { since: freeze.at, until: freeze.until, opened: freeze.opened ?? undefined }
      : undefined,
    reset: reset ? { asked: reset.asked, renewed: reset.renewed ?? undefined } : undefined,
    contained: contained
      ? {
          ...{ by: contained.by as PersonId, at: contained.at, closed: contained.closed },
          parties: contained.parties as readonly PartyId[],
          suspended: contained.suspended as readonly PartyId[],
          rekeyed: pass(contained.rekey),
          told: pass(contained.tell),
        }
      : undefined,
    notified: notified ? { ...notified, by: notified.by as PersonId } : undefined,
    closed: closed ? { ...closed, by: closed.by as PersonId } : undefined,
  };
}

const pass = (begun: { readonly at: number; readonly done: number | null } | null) =>
  begun === null ? undefined : { at: begun.at, done: begun.done ?? undefined };

/** The leak among rows that were read; one whose time is over is not there. */
export function leakIn(rows: Rows, id: string, now: number): EvidenceRow {
  const [row] = rows.of(leakRow(id));
  if (row?.kind !== LEAK || !isInTime(row, now)) throw noSuchLeak();
  return row;
}

/** Whose leak it is, from outside a unit. */
export async function personOfLeak({ vault, policy }: Deployment, id: string): Promise<PersonId> {
  const rows = await readNow(vault, leakRow(id));
  return leakIn(rows, id, policy.moment()).person as PersonId;
}

export function noSuchLeak(): AvowError {
  return new AvowError('AVOW_NOT_FOUND', 'no such leak', 'leak');
}
