import type { AuditedChange, Lock, Vault } from '@avow/vault';
import type { Repeatable } from '../door/idempotency.ts';
import type { PersonId } from '../face/ids.ts';
import { type DeedBody, deedRow } from '../register/deed.ts';
import { staffRow } from '../register/desk/staff.ts';
import { personOf } from '../register/person.ts';
import type { ReadOf, Rows } from '../rows/reading.ts';
import { mustBeStaff } from './by.ts';

/** A request, and the operator who makes it; undefined: the platform's own program. */
export interface ByRequest extends Repeatable {
  readonly by?: PersonId | undefined;
}

/** An operator's part in a unit: what it reads of them, that they are held still, and the row that says what they did. */
export interface Acting {
  readonly reads: readonly (ReadOf<'evidence'> | ReadOf<'person'>)[];
  readonly locks: readonly Lock[];
  /** Throws unless they work at the desk, as they do when the unit commits. */
  check(rows: Rows): void;
  deed(done: Omit<DeedBody, 'by'> & { readonly party?: string }, now: number): AuditedChange[];
}

/** Nobody's part is none: then nothing is read, held or written. */
export function actingIn(vault: Pick<Vault, 'mint'>, by: PersonId | undefined): Acting {
  if (by === undefined) return { reads: [], locks: [], check: () => undefined, deed: () => [] };
  return {
    reads: [staffRow(by), personOf(by)],
    locks: [{ on: 'person', id: by, mode: 'shared' }],
    check: (rows) => mustBeStaff(rows, by),
    deed: ({ party, ...done }, now) => [deedRow(vault, { ...done, by, party }, now)],
  };
}
