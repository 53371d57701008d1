import type { Words } from '@avow/policy';
import type { Lock } from '@avow/vault';
import { perform } from '../../act/act.ts';
import type { Deed, Done, InUnit } from '../../act/deed.ts';
import type { Question } from '../../act/question.ts';
import { unsettled } from '../../act/settle.ts';
import { evidenceClass } from '../../conventions.ts';
import type { Deployment } from '../../deployment.ts';
import { type HandingOver, handOver, whole } from '../../disclosures/seal.ts';
import { repeatable } from '../../door/idempotency.ts';
import { asCaseId, asPersonId } from '../../door/ids.ts';
import type { Cases, Delivered } from '../../face/cases.ts';
import type { Decided } from '../../face/decision.ts';
import type { DisclosureId, PersonId, PortalId } from '../../face/ids.ts';
import { evidenceOf } from '../../facts/desk/evidence.ts';
import { AvowError } from '../../fault.ts';
import { heldReads } from '../../records/held.ts';
import { askingRow, caseIn, caseRow, isGoingOn } from '../../register/desk/case.ts';
import { portalRows } from '../../register/desk/portal.ts';
import { staffRow } from '../../register/desk/staff.ts';
import { openDisclosures } from '../../register/disclosure.ts';
import { keysOf, liveKeys } from '../../register/party.ts';
import { personOf } from '../../register/person.ts';
import { changeEvidence } from '../../rows/change.ts';
import { type ReadOf, type Rows, readNow } from '../../rows/reading.ts';
import { worksHere } from '../by.ts';
import { counting } from '../counting.ts';
import { issued, issuing } from '../portal/issue.ts';
import { telling } from '../telling.ts';
import { caseNow } from './case.ts';
import { aboutOf } from './change.ts';
import { deliveryOf } from './delivery.ts';

/** What is on record of a delivery, for a request that comes again. */
type Handed = { readonly disclosure: DisclosureId } | { readonly portal: PortalId };
type Handing = Partial<Extract<Delivered<Words>, { by: 'seal' }>> | Handed;

/**
 * Hands over what a case is about: one decision, with its effect. What the policy asks for in return is part of
 * it: that it is told, at once or when a bar ends, and counted.
 */
export function deliverWith(deployment: Deployment): Cases<Words>['deliver'] {
  return async (what) => {
    const id = asCaseId(what.case);
    const by = asPersonId(what.by, 'by');
    const request = repeatable(what, 'desk.cases.deliver', { case: id, by });
    const makes = deployment.vault.mint();
    const decided = await perform<Handing>(
      deployment,
      async () => deedOf(deployment, await asked(deployment, id, by), makes),
      { ...request, value: (kept) => kept as unknown as Handed },
    );
    return decided.permitted ? delivered(deployment, decided) : decided;
  };
}

/** A case to be delivered, and by whom. */
interface Delivery {
  readonly question: Question;
  readonly by: PersonId;
  /** Whether its party holds a key that it can be sealed for. */
  readonly isSealed: boolean;
  readonly about: ReturnType<typeof aboutOf>;
  readonly evidence: readonly ReadOf<'evidence'>[];
}

async function asked(deployment: Deployment, id: string, by: PersonId): Promise<Delivery> {
  const { found, user } = await caseNow(deployment, asCaseId(id));
  const question = deliveryOf(found, user);
  if (question === undefined) {
    throw new AvowError('AVOW_STATE', 'hands nothing over to anybody', 'case');
  }
  const about = aboutOf(found, user);
  const { party } = found.row;
  const reads = [staffRow(by), personOf(by), ...(party === null ? [] : [keysOf(party)])];
  const rows = await readNow(deployment.vault, ...reads);
  // Nothing is asked of the policy, and so nothing put into anybody's history, by whoever may not ask.
  mustBeTheirs(about, by, rows);
  const isSealed = party !== null && liveKeys(rows, party, 'enc').length > 0;
  const reader = by === user ? {} : ({ reader: 'operator' } as const);
  return { question: { ...question, ...reader }, by, isSealed, about, evidence: evidenceOf(about) };
}

function deedOf(deployment: Deployment, delivery: Delivery, makes: string): Deed<Handing> {
  const { question, by, isSealed, about, evidence } = delivery;
  const { person, categories } = question;
  const count = counting(about.type);
  const { party, case: id } = about;
  return {
    person,
    questions: [isSealed ? { ...question, makes } : question],
    lock: 'exclusive',
    locks: [...count.locks, ...heldStill(by, about)],
    reads: [
      ...[caseRow(id), askingRow(id), ...evidence, ...count.reads],
      ...[staffRow(by), personOf(by)],
      ...(party === null ? [] : [keysOf(party)]),
      ...(isSealed
        ? [openDisclosures(person, party!), ...heldReads(person, categories)]
        : [portalRows(id)]),
    ],
    ...(isSealed ? { seals: () => [evidenceClass] } : {}),
    apply(unit) {
      const { rows, now } = unit;
      mustDeliver(delivery, unit);
      const handed = isSealed
        ? sealing(deployment, { ...question, to: { party } } as HandingOver, makes, unit)
        : issuing(delivery.about, makes, unit);
      const found = caseIn(rows, id)!;
      const { row, state: _state, ...body } = found;
      // Whose own wish it is goes by a row of theirs, as they do.
      const deliveredBy = by === person || by === about.user ? null : by;
      return {
        ...handed,
        changes: [
          ...(handed.changes ?? []),
          changeEvidence(row, { body: { ...body, delivered: now, deliveredBy } }),
          ...telling(deployment, about, rows, now),
          ...count.up(rows, 'delivered', now),
        ],
      };
    },
  };
}

/** Who delivers stands as they do meanwhile; those whom the case is between are held by it already. */
function heldStill(by: PersonId, { person, user }: Delivery['about']): Lock[] {
  return by === person || by === user ? [] : [{ on: 'person', id: by, mode: 'shared' }];
}

/** By an operator, or by the one whose wish it is: who complains, or the side of an order that asks. */
function mustBeTheirs({ type, person, user }: Delivery['about'], by: string, rows: Rows): void {
  const own = type === 'complaint' ? person : type === 'order' ? user : null;
  if (worksHere(rows, by) || by === own) return;
  throw new AvowError('AVOW_NOT_FOUND', 'nobody of this id may deliver it', 'by');
}

/** What was so before the unit has to be so in it. */
function mustDeliver({ by, about, isSealed }: Delivery, { rows, now }: InUnit): void {
  const found = caseIn(rows, about.case);
  if (found === undefined) throw unsettled();
  // Not every sentence asks for the case: an order may go on after it.
  if (!isGoingOn(found, now)) throw new AvowError('AVOW_STATE', 'is over', 'case');
  mustBeTheirs(about, by, rows);
  const { party } = about;
  if (party !== null && liveKeys(rows, party, 'enc').length > 0 !== isSealed) throw unsettled();
}

function sealing(
  { vault }: Deployment,
  question: HandingOver,
  makes: string,
  unit: InUnit,
): Done<Handing> {
  const done = handOver(vault, question, makes as DisclosureId, unit);
  return { ...done, value: { by: 'seal', ...done.value }, kept: { disclosure: makes } };
}

async function delivered(
  deployment: Deployment,
  decided: Decided<Handing> & { readonly permitted: true },
): Promise<Decided<Delivered<Words>>> {
  const { value } = decided;
  if ('portal' in value) {
    return { ...decided, value: await issued(deployment, value.portal) };
  }
  const sealed = await whole(deployment, { ...decided, value });
  return sealed.permitted ? { ...sealed, value: { ...sealed.value, by: 'seal' } } : sealed;
}
