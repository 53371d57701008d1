import type { Route } from '../http/endpoint.ts';
import { acts } from './acts.ts';
import { agreement } from './agreement.ts';
import { attestations } from './attestations.ts';
import { authority } from './authority.ts';
import { bases } from './bases.ts';
import { broughtByPartners } from './brought.ts';
import { campaigns } from './campaigns.ts';
import { cases } from './cases.ts';
import { changes } from './changes.ts';
import { children } from './children.ts';
import { comments } from './comments.ts';
import { complaints } from './complaints.ts';
import { consents } from './consents.ts';
import { cookies } from './cookies.ts';
import { directory } from './directory.ts';
import { disclosures } from './disclosures.ts';
import { documents } from './documents.ts';
import { erasure } from './erasure.ts';
import { harvesting } from './harvesting.ts';
import { history } from './history.ts';
import { holds } from './holds.ts';
import { imports } from './imports.ts';
import { interests } from './interests.ts';
import { apiKeys } from './keys.ts';
import { leaks } from './leaks.ts';
import { measures } from './measures.ts';
import { mechanisms } from './mechanisms.ts';
import { notices } from './notices.ts';
import { orders } from './orders.ts';
import { parties } from './parties.ts';
import { partner } from './partner.ts';
import { partyDuties } from './party-duties.ts';
import { partyKeys } from './party-keys.ts';
import { policy } from './policy.ts';
import { portal } from './portal.ts';
import { receipts } from './receipts.ts';
import { registers } from './registers.ts';
import { requests } from './requests.ts';
import { searches } from './searches.ts';
import { staff } from './staff.ts';
import { subjects } from './subjects.ts';
import { transfers } from './transfers.ts';
import { violations } from './violations.ts';
import { visits } from './visits.ts';
import { warnings } from './warnings.ts';

/** A chapter of the reference, and its routes. */
export interface Chapter {
  readonly title: string;
  readonly routes: readonly Route[];
}

/**
 * The whole of `/v1`, in the order in which the reference tells it. A new chapter, or route, is the client's
 * as well, or is named in `packages/client/test/left-out.ts`.
 */
export const chapters: readonly Chapter[] = [
  { title: 'Subjects', routes: subjects },
  { title: 'Documents', routes: documents },
  { title: 'Agreement', routes: agreement },
  { title: 'Consents', routes: consents },
  { title: 'Cookies', routes: cookies },
  { title: 'Parties', routes: [...parties, ...partyKeys, ...partyDuties] },
  { title: 'Mechanisms of transfers', routes: mechanisms },
  { title: 'Transfers between regions', routes: transfers },
  { title: 'Directory of regions', routes: directory },
  { title: 'Imports', routes: [...imports, ...broughtByPartners] },
  { title: 'Attestations', routes: attestations },
  { title: 'Orders', routes: orders },
  { title: 'Registers', routes: registers },
  { title: 'Violations', routes: violations },
  { title: 'Acts', routes: acts },
  { title: 'Disclosures', routes: disclosures },
  { title: 'For a party', routes: partner },
  { title: 'The desk', routes: staff },
  { title: 'Cases', routes: cases },
  { title: 'Orders of authorities and duties in law', routes: authority },
  { title: 'Complaints', routes: complaints },
  { title: 'Requests about rights', routes: requests },
  { title: 'Published bases', routes: bases },
  { title: 'Portal', routes: portal },
  { title: 'Visits', routes: visits },
  { title: 'Searches', routes: searches },
  { title: 'Interests', routes: interests },
  { title: 'Campaigns', routes: campaigns },
  { title: 'Erasure', routes: erasure },
  { title: 'Legal holds', routes: holds },
  { title: 'Children', routes: children },
  { title: 'Harvesting', routes: harvesting },
  { title: 'Leaks', routes: leaks },
  { title: 'History', routes: history },
  { title: 'Receipts', routes: receipts },
  { title: 'Policy', routes: policy },
  { title: 'Changes of the policy', routes: changes },
  { title: 'Warnings', routes: warnings },
  { title: 'Notices of a change', routes: notices },
  { title: 'Comments on a change', routes: comments },
  { title: 'Measures', routes: measures },
  { title: 'API keys', routes: apiKeys },
];

/** Every route of `/v1`. */
export const routes: readonly Route[] = chapters.flatMap((chapter) => chapter.routes);
