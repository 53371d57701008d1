import type { Words } from '@avow/policy';
import type { AuthorityOrder } from '../../face/authority.ts';
import type { AuthorityOrderId, PartyId, PersonId } from '../../face/ids.ts';
import type { AuthorityOrderRecord } from '../../register/desk/authority-order.ts';

/** An order of an authority as the desk meets it. */
export function orderOf(
  found: Omit<AuthorityOrderRecord, 'row'> & {
    readonly row: Pick<AuthorityOrderRecord['row'], 'id' | 'person'>;
  },
): AuthorityOrder<Words> {
  const { row, state, authority, thirdParty, reference, issued, country, document } = found;
  const { categories, from, until, recordedBy, verified, approval, bar } = found;
  return {
    order: row.id as AuthorityOrderId,
    person: row.person as PersonId,
    state,
    authority: authority as PartyId,
    thirdParty: (thirdParty ?? undefined) as PartyId | undefined,
    ...{ reference, issued, country, document, categories: [...categories], from, until },
    recordedBy: recordedBy as PersonId,
    verified: verified ? { ...verified, by: verified.by as PersonId } : undefined,
    approval: approval ? { ...approval, by: approval.by as PersonId } : undefined,
    bar: bar ? { until: bar.until ?? undefined, ended: bar.ended ?? undefined } : undefined,
  };
}
