import type { Deployment } from '../deployment.ts';
import { repeatable } from '../door/idempotency.ts';
import { asBasisId, asPersonId } from '../door/ids.ts';
import { record } from '../evidence/record.ts';
import type { Idempotent } from '../face/decision.ts';
import type { EntryId } from '../face/ids.ts';
import { AvowError } from '../fault.ts';
import { type BasisBody, type BasisRecord, basisIn, basisRow } from '../register/desk/basis.ts';
import { staffRow } from '../register/desk/staff.ts';
import { changeEvidence } from '../rows/change.ts';
import { readNow } from '../rows/reading.ts';
import { mustBeStaff } from './by.ts';

/** As much of a row as is told. */
export type BasisAsTold = BasisBody & {
  readonly row: Pick<BasisRecord['row'], 'id' | 'at' | 'until'>;
};

/** A basis in a unit, and who does something with it. */
interface InBasis {
  readonly found: BasisRecord;
  readonly by: string;
  readonly now: number;
}

/** Changes a basis. Those it is for are had alone meanwhile, as every decision about them shares them. */
export async function changeBasis(
  deployment: Deployment,
  what: Idempotent & { readonly basis: unknown; readonly by: unknown },
  state: 'published' | 'dropped' | 'ended',
  become: (unit: InBasis) => Partial<BasisBody>,
): Promise<BasisAsTold & { readonly entry: EntryId }> {
  const id = asBasisId(what.basis);
  const by = asPersonId(what.by, 'by');
  const request = repeatable(what, `desk.bases.${state}`, { basis: id, by });
  return record<BasisAsTold>(deployment, request, async () => {
    const known = basisIn(await readNow(deployment.vault, basisRow(id)), id);
    const parties = [...new Set(known?.parties)];
    return {
      people: [],
      widens: state === 'published',
      still: [by],
      locks: parties.map((party) => ({ on: 'party', id: party, mode: 'exclusive' }) as const),
      reads: [basisRow(id), staffRow(by)],
      decide(rows, now) {
        mustBeStaff(rows, by);
        const found = basisIn(rows, id);
        if (!found) throw new AvowError('AVOW_NOT_FOUND', 'no such basis', 'basis');
        const { row, ...body } = found;
        const after = { ...body, ...become({ found, by, now }) };
        const at = state === 'published' ? now : row.at;
        return {
          evidence: 'basis',
          state,
          changes: [changeEvidence(row, { state, at, body: after })],
          value: { ...after, row: { id, at, until: row.until } },
        };
      },
    };
  });
}
