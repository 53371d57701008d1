import type { AuditedChange } from '@avow/vault';
import type { Deployment } from '../../deployment.ts';
import { closing } from '../../disclosures/closing.ts';
import { type Ended, endedOf } from '../../disclosures/running.ts';
import type { AboutCase } from '../../register/desk/case.ts';
import { portalRows } from '../../register/desk/portal.ts';
import { disclosureFrom, openDisclosures } from '../../register/disclosure.ts';
import { changeEvidence } from '../../rows/change.ts';
import type { ReadOf, Rows } from '../../rows/reading.ts';

/** The most disclosures whose keys the end of a case destroys at once; the others open nothing either. */
const MOST_CLOSED = 100;

/** What the end of a case closes: what was sealed in it, and its portals. */
export interface HandedIn {
  readonly reads: readonly ReadOf<'evidence'>[];
  close(
    rows: Rows,
    now: number,
  ): { readonly changes: readonly AuditedChange[]; readonly handed: Ended };
}

/** Finds what was handed over in a case. */
export function handedIn({ policy }: Deployment, about: AboutCase): HandedIn {
  const { person, party, case: id } = about;
  const handed = party === null ? [] : [openDisclosures(person, party)];
  return {
    reads: [...handed, portalRows(id)],
    close(rows, now) {
      const { vocabulary } = policy.current().policy;
      const open = handed
        .flatMap((read) => rows.of(read).map(disclosureFrom))
        .filter((each) => each.case === id);
      const portals = rows.of(portalRows(id)).filter(({ state }) => state !== 'closed');
      return {
        changes: [
          ...open.slice(0, MOST_CLOSED).map((each) => closing(each, 'ended', now, vocabulary)),
          ...portals.map((row) => changeEvidence(row, { state: 'closed' })),
        ],
        handed: endedOf(open),
      };
    },
  };
}
