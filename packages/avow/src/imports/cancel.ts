import type { Words } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import { actorOf } from '../desk/by.ts';
import { repeatable } from '../door/idempotency.ts';
import { asImportId } from '../door/ids.ts';
import { record } from '../evidence/record.ts';
import type { Imports } from '../face/imports.ts';
import { AvowError } from '../fault.ts';
import { IMPORT, importBody, importFrom, importIn, importRow } from '../register/import.ts';
import { changeEvidence } from '../rows/change.ts';
import { importOf } from './told.ts';

/** Ends an import where it is. It is had alone, so no line goes in afterwards; what went in stays. */
export function cancelWith(deployment: Deployment): Imports<Words>['cancel'] {
  return async (what) => {
    const id = asImportId(what.import);
    const read = importRow(id);
    const by = actorOf(what);
    return record(deployment, repeatable(what, 'imports.cancel', { id, by }), () => ({
      people: [],
      by,
      widens: false,
      locks: [{ on: 'party', id: `${IMPORT} ${id}`, mode: 'exclusive' }],
      reads: [read],
      decide(rows, now) {
        const row = importIn(rows.of(read));
        if (row === undefined) throw new AvowError('AVOW_NOT_FOUND', 'no such import', 'import');
        if (row.state !== 'open') throw new AvowError('AVOW_STATE', 'is over', 'import');
        const cancelled = { ...importFrom(row), state: 'cancelled', ended: now } as const;
        const { state } = cancelled;
        return {
          evidence: IMPORT,
          state,
          changes: [changeEvidence(row, { state, body: importBody(cancelled) })],
          value: importOf(cancelled, deployment.policy.current().policy.vocabulary),
        };
      },
    }));
  };
}
