import { authorityOrderIn, authorityOrderRow } from '../../register/desk/authority-order.ts';
import { isInForce, statutoryDutyIn } from '../../register/desk/statutory-duty.ts';
import { engagementsOf, newestEngagement } from '../../register/engagement.ts';
import type { Rows } from '../../rows/reading.ts';
import type { Asked, FactProvider } from '../provider.ts';
import { caseFor, readsOfCase } from './evidence.ts';

/** The named case rests on a verified order about this person that covers the category now, for this recipient. */
export const ordered: FactProvider = {
  reads: readsOfCase,
  judge(rows, asked, now) {
    const about = caseFor(rows, asked, now);
    const order = about?.evidence ? authorityOrderIn(rows, about.evidence) : undefined;
    return (
      order !== undefined &&
      order.row.person === asked.person &&
      order.state === 'verified' &&
      order.from <= now &&
      now < order.until &&
      order.categories.includes(asked.category) &&
      (order.thirdParty ?? order.authority) === asked.party
    );
  },
};

/** The named case rests on a registered duty in law that is in force and names this party and category. */
export const statutory: FactProvider = {
  reads: readsOfCase,
  judge(rows, asked, now) {
    const about = caseFor(rows, asked, now);
    const duty = about?.evidence ? statutoryDutyIn(rows, about.evidence) : undefined;
    return (
      duty !== undefined &&
      isInForce(duty, now) &&
      duty.party === asked.party &&
      duty.categories.includes(asked.category)
    );
  },
};

/**
 * The order or the law is of another country than the one where this platform keeps its data, or whoever gets it
 * is there. Not known where there is no record of where they are.
 */
export const foreign: FactProvider = {
  reads: (asked) => [...readsOfCase(asked), ...(asked.party ? [engagementsOf(asked.party)] : [])],
  judge(rows, asked) {
    const party = asked.party && newestEngagement(rows, asked.party)?.country;
    if (party === undefined) return undefined;
    const countries = [party, ...countryOf(rows, asked)];
    return countries.some((country) => country !== asked.country);
  },
};

/** The approval that law asks for a foreign authority stands in the order. */
export const cleared: FactProvider = {
  reads: readsOfCase,
  judge(rows, asked, now) {
    const about = caseFor(rows, asked, now);
    const order = about?.evidence ? authorityOrderIn(rows, about.evidence) : undefined;
    return order !== undefined && order.approval !== null;
  },
};

function countryOf(rows: Rows, { case: about }: Asked): string[] {
  if (about?.type !== 'law' || about.evidence === null) return [];
  const [row] = rows.of(authorityOrderRow(about.evidence));
  const found =
    row && (authorityOrderIn(rows, about.evidence) ?? statutoryDutyIn(rows, about.evidence));
  return found ? [found.country] : [];
}
