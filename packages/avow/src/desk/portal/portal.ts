import type { Words } from '@avow/policy';
import { perform } from '../../act/act.ts';
import type { Deployment } from '../../deployment.ts';
import { asCaseRecipient } from '../../door/desk.ts';
import { repeatable } from '../../door/idempotency.ts';
import { asCaseId } from '../../door/ids.ts';
import { record } from '../../evidence/record.ts';
import type { Disclosed } from '../../face/acts.ts';
import type { CaseRecipient } from '../../face/case.ts';
import type { Portal, View } from '../../face/desk.ts';
import type { CaseId, PersonId, PortalId } from '../../face/ids.ts';
import { AvowError, isAvowFault } from '../../fault.ts';
import { openAll } from '../../records/disclose.ts';
import { heldReads } from '../../records/held.ts';
import { caseIn, caseRow, isGoingOn } from '../../register/desk/case.ts';
import {
  type PortalBody,
  portalFrom,
  portalIn,
  portalRow,
  portalRows,
} from '../../register/desk/portal.ts';
import { changeEvidence } from '../../rows/change.ts';
import { readNow } from '../../rows/reading.ts';
import { caseNow, noSuchCase } from '../cases/case.ts';
import { lookOf } from '../cases/delivery.ts';
import { portalFor, wordFor } from './ticket.ts';

/** What somebody entered before. */
type Entered = Omit<View<Words>, 'entry'>;

/** The portal: a ticket is redeemed once, by the one it is for; what it leads to is read through us. */
export function portalOf(deployment: Deployment): Portal<Words> {
  const { vault } = deployment;
  const portal: Portal<Words> = {
    async redeem(what) {
      const { id, inCase, person } = await foundBy(deployment, 'ticket', what.ticket, what.as);
      const request = repeatable(what, 'desk.portal.redeem', { portal: id });
      const redeemed = await record<Omit<View<Words>, 'entry' | 'view'>>(
        deployment,
        request,
        () => ({
          people: [person],
          widens: false,
          evenHeld: true,
          note: { case: inCase },
          reads: [portalRow(id), caseRow(inCase)],
          decide(rows, now) {
            const portal = portalIn(rows, id);
            const found = caseIn(rows, inCase);
            const isOver = !found || !isGoingOn(found, now) || (portal?.redeemBy ?? 0) <= now;
            if (portal?.row.state !== 'issued' || isOver) {
              throw new AvowError('AVOW_STATE', 'was redeemed, or is over', 'ticket');
            }
            const body: PortalBody = { ...portalFrom(portal.row), redeemed: now };
            return {
              evidence: 'portal',
              state: 'redeemed',
              changes: [changeEvidence(portal.row, { state: 'redeemed', body })],
              value: {
                portal: id as PortalId,
                case: inCase,
                categories: portal.categories,
                until: found.expires,
              },
            };
          },
        }),
      );
      // Made anew, also for a request that comes again: nothing is kept that opens anything.
      return { ...redeemed, view: wordFor(vault, 'view', id) };
    },

    async enter({ case: which, as }) {
      const inCase = asCaseId(which);
      const entered = await enteredBy(deployment, inCase, as);
      if (entered === undefined || 'view' in entered) return entered;
      return portal.redeem({ ticket: entered.ticket, as }).catch(async (fault: unknown) => {
        if (!isAvowFault(fault, 'AVOW_STATE')) throw fault;
        // Somebody else entered by it meanwhile, or its time ran out: whoever comes now comes back to what they did.
        const now = await enteredBy(deployment, inCase, as);
        return now !== undefined && 'view' in now ? now : undefined;
      });
    },

    async look(what) {
      const { id, inCase, person } = await foundBy(deployment, 'view', what.view, what.as);
      return perform<Disclosed<Words>>(deployment, async () => {
        const { found, user } = await caseNow(deployment, inCase);
        const question = lookOf(found, user);
        if (question === undefined) throw noSuch('view');
        return {
          person,
          questions: [{ ...question, ...('party' in what.as ? { reader: 'partner' } : {}) }],
          lock: 'shared',
          reads: [portalRow(id), caseRow(inCase), ...heldReads(person, question.categories)],
          apply(unit) {
            const portal = portalIn(unit.rows, id);
            const found = caseIn(unit.rows, inCase);
            const isOver = !found || !isGoingOn(found, unit.now);
            // Not every sentence asks for the case: an order may go on after it.
            if (isOver || portal?.row.state !== 'redeemed') {
              throw new AvowError('AVOW_STATE', 'is over', 'view');
            }
            const { value, touched } = openAll(person, question.categories, unit);
            return { value, touched: [id, ...touched] };
          },
        };
      });
    },
  };
  return portal;
}

/** What was redeemed in a case by whom it is for, or else the ticket that waits for them; undefined: neither. */
async function enteredBy(
  deployment: Deployment,
  inCase: CaseId,
  as: CaseRecipient,
): Promise<Entered | { readonly ticket: string } | undefined> {
  const { vault } = deployment;
  const rows = await readNow(vault, caseRow(inCase), portalRows(inCase));
  const now = deployment.policy.moment();
  const found = caseIn(rows, inCase);
  if (found === undefined || !isGoingOn(found, now)) return undefined;
  await mustBeFor(deployment, inCase, as);
  const all = [...rows.of(portalRows(inCase))].sort((a, b) => b.at - a.at);
  const redeemed = all.find(({ state }) => state === 'redeemed');
  if (redeemed !== undefined) {
    return {
      portal: redeemed.id as PortalId,
      case: inCase,
      view: wordFor(vault, 'view', redeemed.id),
      categories: [...portalFrom(redeemed).categories],
      until: found.expires,
    };
  }
  const waits = all.find((row) => row.state === 'issued' && portalFrom(row).redeemBy > now);
  return waits && { ticket: wordFor(vault, 'ticket', waits.id) };
}

/** A case that leads to somebody else is not there. */
async function mustBeFor(deployment: Deployment, inCase: CaseId, as: CaseRecipient): Promise<void> {
  const who = asCaseRecipient(as, 'as');
  const { found, user } = await caseNow(deployment, inCase);
  const isTheirs = 'party' in who ? found.row.party === who.party : user === who.user;
  if (!isTheirs) throw noSuchCase();
}

/** The portal of a word, if it is for whoever has signed in; somebody else's is not told from none. */
async function foundBy(
  deployment: Deployment,
  use: 'ticket' | 'view',
  word: unknown,
  as: CaseRecipient,
) {
  const who = asCaseRecipient(as, 'as');
  const id = portalFor(deployment.vault, use, word);
  if (id === undefined) throw noSuch(use);
  const portal = portalIn(await readNow(deployment.vault, portalRow(id)), id);
  if (portal === undefined) throw noSuch(use);
  const inCase = portal.case as CaseId;
  const { found, user } = await caseNow(deployment, inCase);
  const isTheirs = 'party' in who ? found.row.party === who.party : user === who.user;
  if (!isTheirs) throw noSuch(use);
  return { id, inCase, person: found.row.person as PersonId };
}

function noSuch(use: string): AvowError {
  return new AvowError('AVOW_NOT_FOUND', 'is not one of theirs', use);
}
