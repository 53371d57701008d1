import type { AuditedChange, Vault } from '@avow/vault';
import type { InUnit } from '../act/deed.ts';
import { AvowError } from '../fault.ts';
import { BROUGHT_REMOVED, broughtBy, removalIn, removalsOf } from '../register/brought.ts';
import type { Lot } from '../register/lot.ts';
import { MOST_ROWS } from '../register/reference.ts';
import { addEvidence } from '../rows/change.ts';

/**
 * The changes by which it is remembered that somebody removed what partners brought: once for each partner and
 * category. Needs `removalsOf` to have been read.
 */
export function rememberRemovals(
  vault: Vault,
  { rows, now }: Pick<InUnit, 'rows' | 'now'>,
  person: string,
  lots: readonly Lot[],
): AuditedChange[] {
  const changes = new Map<string, AuditedChange>();
  for (const lot of lots) {
    const party = broughtBy(lot);
    if (party === undefined) continue;
    const { category } = lot;
    const name = JSON.stringify([party, category]);
    if (changes.has(name) || removalIn(rows, person, party, category) !== undefined) continue;
    const row = { id: vault.mint(), kind: BROUGHT_REMOVED, person, party };
    changes.set(name, addEvidence({ ...row, state: 'removed', at: now }, { category }));
  }
  if (rows.of(removalsOf(person)).length + changes.size > MOST_ROWS) {
    throw new AvowError('AVOW_TOO_MANY', 'too much of what partners brought was removed');
  }
  return [...changes.values()];
}
