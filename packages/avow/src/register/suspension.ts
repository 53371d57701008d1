import type { AuditedChange } from '@avow/vault';
import { addEvidence } from '../rows/change.ts';
import type { ReadOf, Rows } from '../rows/reading.ts';
import { reference } from './reference.ts';

const SUSPENSION = 'suspension';

/** Whom the platform suspended. */
type Whom = { readonly person: string } | { readonly party: string };

/** That the platform itself suspended an account, or a party: there is one row while that stands. */
export function suspensionOf(whom: Whom): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'key', equals: [suspensionId(whom)], limit: 1 };
}

/** Puts it on record, or takes it off; nothing where it is so already. Needs `suspensionOf` to have been read. */
export function setSuspension(
  rows: Rows,
  whom: Whom,
  isSuspended: boolean,
  now: number,
): AuditedChange[] {
  const [before] = rows.of(suspensionOf(whom));
  if (isSuspended === (before !== undefined)) return [];
  if (before) return [{ table: 'evidence', before }];
  return [
    addEvidence({ id: suspensionId(whom), kind: SUSPENSION, ...whom, state: 'set', at: now }, {}),
  ];
}

/** Ids of parties are names that somebody chose, and one could be that of a person. */
function suspensionId(whom: Whom): string {
  return 'person' in whom
    ? reference(SUSPENSION, whom.person)
    : reference(SUSPENSION, 'party', whom.party);
}
