import type { Words } from '@avow/policy';
import { followed } from '../alerts/followed.ts';
import type { Deployment } from '../deployment.ts';
import type { Desk } from '../face/desk.ts';
import { withNewestWords } from '../policy/newest-words.ts';
import { statutoryDutiesOf } from './authority/duties.ts';
import { authorityOrders } from './authority/orders.ts';
import { basesOf } from './bases.ts';
import { appealWith } from './cases/appeal.ts';
import { approvableWith, approveWith } from './cases/approve.ts';
import { assignWith } from './cases/assign.ts';
import { deliverWith } from './cases/deliver.ts';
import { endWith } from './cases/end.ts';
import { hinderedWith } from './cases/hindered.ts';
import { getWith, listWith, ownWith } from './cases/list.ts';
import { openWith } from './cases/open.ts';
import { settleWith } from './cases/settle.ts';
import { complaintsOf } from './complaints/complaints.ts';
import { deedsWith } from './deeds.ts';
import { portalOf } from './portal/portal.ts';
import { reportWith } from './report.ts';
import { requestsOf } from './requests/requests.ts';
import { staffOf } from './staff.ts';
import { tidyDesk } from './tidy.ts';
import { toldWith } from './told.ts';

/** The desk: its records, and what is handed over on them. */
export function deskOf(
  deployment: Deployment,
  now: () => number,
  send: () => Promise<number>,
  soon: () => void,
): Desk<Words> {
  const newest = withNewestWords(deployment.policy);
  const orders = authorityOrders(deployment);
  const duties = statutoryDutiesOf(deployment);
  const bases = basesOf(deployment);
  const requests = requestsOf(deployment, now);
  return {
    staff: staffOf(deployment),
    cases: {
      open: newest(openWith(deployment)),
      assign: assignWith(deployment),
      approvable: approvableWith(deployment, now),
      approve: approveWith(deployment),
      refuse: endWith(deployment, 'refused'),
      deliver: newest(deliverWith(deployment)),
      close: endWith(deployment, 'closed'),
      appeal: appealWith(deployment),
      settle: followed(settleWith(deployment), soon),
      hindered: hinderedWith(deployment),
      get: getWith(deployment),
      list: listWith(deployment),
      of: ownWith(deployment),
    },
    orders: { ...orders, record: newest(orders.record) },
    duties: { ...duties, register: newest(duties.register) },
    complaints: complaintsOf(deployment),
    requests: { ...requests, answer: followed(requests.answer, soon) },
    bases: { ...bases, propose: newest(bases.propose) },
    portal: portalOf(deployment),
    told: toldWith(deployment),
    deeds: deedsWith(deployment),
    report: reportWith(deployment),
    send,
    tidy: () => tidyDesk(deployment),
  };
}
