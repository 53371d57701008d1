import type { Words } from '@avow/policy';
import type { AuditedChange, Vault } from '@avow/vault';
import type { InUnit } from '../act/deed.ts';
import { actions } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { LONGEST_VALUE, text } from '../door/text.ts';
import type { Items, Terms } from '../face/items.ts';
import { termsOf } from './asked.ts';
import { newLot, repack, setBody } from './lots.ts';
import { type Found, performOnOne } from './one.ts';

/** Puts another value or other terms in place of one item's. On other terms it lies in another lot. */
export function changeOne(deployment: Deployment): Items<Words>['change'] {
  const { vault, policy } = deployment;
  return async (one) => {
    const value = one.value === undefined ? undefined : text('value', one.value, LONGEST_VALUE);
    const terms = termsOf('terms', one.terms, policy.current().policy.vocabulary);
    return performOnOne(deployment, actions.correct, one, {
      lock: 'exclusive',
      apply(found, unit) {
        const changed = withValue(found, value);
        const isMoved = Object.keys(terms).length > 0 && changed.lot.count > 1;
        const { changes, id } = isMoved
          ? moved(vault, changed, terms, unit)
          : { changes: changedInPlace(changed, value, terms, unit), id: found.lot.row.id };
        return { value: { count: 1 }, changes, touched: [...new Set([found.lot.row.id, id])] };
      },
    });
  };
}

function withValue(found: Found, value: string | undefined): Found {
  if (value === undefined) return found;
  const { items, at } = found;
  return { ...found, items: items.with(at, { ...items[at]!, value }) };
}

function changedInPlace(
  { lot, record, items }: Found,
  value: string | undefined,
  terms: Terms,
  unit: InUnit,
): AuditedChange[] {
  const isSet = Object.keys(terms).length > 0;
  return [
    ...(value === undefined ? [] : repack(unit, lot, record, items)),
    ...(isSet ? [setBody(lot, { ...lot, terms: { ...lot.terms, ...terms } })] : []),
  ];
}

/** The item leaves its lot for one of its own. */
function moved(vault: Vault, found: Found, terms: Terms, unit: InUnit) {
  const { lot, record, pointer, items, at } = found;
  const id = vault.mint();
  const { source, collected, expires } = record;
  const changes = [
    ...repack(unit, lot, record, items.toSpliced(at, 1)),
    { table: 'blind', before: pointer } as const,
    ...newLot(vault, unit, {
      id,
      person: record.person,
      body: { ...lot, terms: { ...lot.terms, ...terms }, count: 1 },
      source,
      collected,
      until: expires,
      items: [items[at]!],
    }),
  ];
  return { changes, id };
}
