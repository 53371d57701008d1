import type { Words } from '@avow/policy';
import { html, terms } from '@avow/server/look';
import type { Case } from 'avow';
import type { Visit } from '../../../web/visit.ts';
import { digestOf } from '../case-words.ts';
import type { Ground } from '../ground.ts';

/** The complaint that a case is: what it names in clear, and what can be done with it. */
export async function complaintGround(visit: Visit, found: Case<Words>): Promise<Ground> {
  const { place, words } = visit;
  const complaint = await place.avow.desk.complaints.get(found.case);
  const { desk: said, complaint: own } = words;
  if (complaint === undefined) return { main: html`<p>${said.gone}</p>`, ways: [] };
  const { right, listing, document, verified, asked, countered } = complaint;
  const askers = (['complainant', 'respondent'] as const).filter(
    (side) => asked[side] !== undefined,
  );
  const isOpen = found.state === 'open';
  return {
    main: terms([
      [own.right, own.rights[right]],
      [said.listing, html`<code>${listing}</code>`],
      [own.document, digestOf(document)],
      [said.verified, verified === undefined ? said.notVerified : said.isVerified],
      [
        own.asked,
        askers.length === 0
          ? own.nobodyAsked
          : askers.map((side) => own.askedBy[side]).join(words.listed.comma),
      ],
      [own.answered, String(countered)],
    ]),
    ways: [
      ...(isOpen && verified === undefined
        ? [{ route: 'verifyComplaint', label: own.verify.title } as const]
        : []),
      { route: 'readComplaint', label: own.read.title },
    ],
  };
}
