import type { Words } from '@avow/policy';
import { html, terms } from '@avow/server/look';
import type { Approvable, Case } from 'avow';
import { faultPage } from '../../../web/fault.ts';
import { consolePage } from '../../../web/frame.ts';
import type { Handle } from '../../../web/guard.ts';
import { begun, policyWords } from '../../../web/policy.ts';
import type { Console, Visit } from '../../../web/visit.ts';
import { whyNot } from '../approvals.ts';
import { caseNamed, isAppointed, showCase } from '../case.ts';
import { digestOf } from '../case-words.ts';
import { caseDeedPage, doing, doneIn } from '../deed.ts';
import { ground } from '../ground.ts';
import { recipientOf } from '../list.ts';

/** Exactly what would be approved, with its digest; or why the reader may not. */
export const approve =
  (place: Console): Handle =>
  async (c, operator) => {
    const found = await caseNamed(c, place, operator, c.req.query('case'));
    if (found instanceof Response) return found;
    if (found.to === undefined) return faultPage(c, 'notFound');
    const approvable = await place.avow.desk.cases.approvable(found.case);
    if (approvable === undefined) return faultPage(c, 'notFound');
    const { visit } = c.var;
    const { desk: said } = visit.words;
    const why = whyNot(operator, approvable, await isAppointed(place, operator));
    if (why !== undefined) return showCase(c, place, operator, found, said.notApproving[why]);
    const rests = await ground(visit, operator, found);
    const main = caseDeedPage(visit, found, {
      ...said.approve,
      route: 'approving',
      about: html`${asked(visit, found)}<h2>${said.ground}</h2>${rests.main}${exactly(visit, approvable)}`,
      fields: { digest: approvable.digest },
    });
    return c.html(consolePage(visit, said.approve.title, main));
  };

/** Approves what has the digest that was shown, and nothing that it became since. */
export const approving = (place: Console): Handle =>
  doing(
    place,
    ['digest'],
    async (what) => {
      await place.avow.desk.cases.approve({ ...what.step, digest: what.form.digest });
      return doneIn(what, 'approved');
    },
    ({ notApproving }) => ({
      by: notApproving.opened,
      digest: notApproving.changed,
      case: notApproving.over,
      twice: notApproving.already,
    }),
  );

const asked = (visit: Visit, found: Case<Words>) =>
  terms([
    [visit.words.desk.person, html`<code>${found.person}</code>`],
    [visit.words.desk.recipient, recipientOf(visit, found)],
    [visit.words.desk.categories, begun(policyWords(visit).categories(found.categories))],
  ]);

const exactly = ({ words }: Visit, { digest }: Approvable<Words>) =>
  html`<p class="quiet small">${words.desk.approvedIs} ${digestOf(digest)}</p>`;
