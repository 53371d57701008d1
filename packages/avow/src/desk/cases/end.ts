import type { Words } from '@avow/policy';
import type { Deployment } from '../../deployment.ts';
import { type Ended, stillRunning } from '../../disclosures/running.ts';
import { oneOf } from '../../door/desk.ts';
import { repeatable } from '../../door/idempotency.ts';
import { asCaseId, asPersonId } from '../../door/ids.ts';
import { type RefusedBecause, refusalReasons } from '../../face/case.ts';
import type { Cases } from '../../face/cases.ts';
import type { PersonId } from '../../face/ids.ts';
import { AvowError } from '../../fault.ts';
import { authorityOrderIn, endWithBar } from '../../register/desk/authority-order.ts';
import { type AboutCase, deskRef } from '../../register/desk/case.ts';
import { dueOf, setDue } from '../../register/due.ts';
import type { Rows } from '../../rows/reading.ts';
import { type Counting, counting } from '../counting.ts';
import { keptAfter } from '../kept.ts';
import { type Became, changeCase, type InCase, type Needs } from './change.ts';
import { type HandedIn, handedIn } from './handed.ts';

/** How a case ends. */
export interface Ending {
  readonly state: 'refused' | 'closed' | 'expired';
  readonly by: PersonId | null;
  readonly reason: RefusedBecause | null;
}

/** Ends a case: when this has returned, nothing is opened any more of what was handed over in it. */
export function endWith(deployment: Deployment, state: 'refused' | 'closed') {
  return async (
    what: Parameters<Cases<Words>['refuse']>[0] | Parameters<Cases<Words>['close']>[0],
  ) => {
    const id = asCaseId(what.case);
    const by = asPersonId(what.by, 'by');
    const reason =
      'reason' in what && state === 'refused' ? oneOf('reason', what.reason, refusalReasons) : null;
    const request = repeatable(what, `desk.cases.${state}`, { case: id, by, reason });
    const end = endingOf(deployment);
    const { handed, ...over } = await changeCase<{ readonly handed: Ended }>(
      deployment,
      { id, by, request },
      (_found, about) => end.needs(about, state === 'refused'),
      (unit) => {
        if (unit.about.type === 'appeal') {
          throw new AvowError('AVOW_STATE', 'is an appeal, which is settled', 'case');
        }
        if (unit.about.type === 'rights') {
          throw new AvowError('AVOW_STATE', 'is a request, which is answered', 'case');
        }
        return end.become(unit, { state, by, reason });
      },
    );
    return { ...over, running: await stillRunning(deployment, handed) };
  };
}

/** Ends a case in a unit: what that reads, and what it changes. Made anew for each attempt. */
export function endingOf(deployment: Deployment) {
  let handed: HandedIn | undefined;
  let count: Counting | undefined;
  return {
    needs(about: AboutCase, counts: boolean): Needs {
      handed = handedIn(deployment, about);
      count = counting(counts ? about.type : undefined);
      return {
        reads: [...handed.reads, dueOf(deskRef(about.case)), ...count.reads],
        locks: count.locks,
      };
    },
    become(
      { about, rows, now }: InCase,
      { state, by, reason }: Ending,
    ): Became & { readonly more: { readonly handed: Ended } } {
      if (handed === undefined) throw new TypeError('a case is ended before it was read');
      const closed = handed.close(rows, now);
      const until = keptAfter(deployment, endOf(about, rows, now));
      return {
        did: state,
        state,
        body: { ended: { at: now, by, reason } },
        until,
        changes: [
          ...closed.changes,
          ...setDue(rows, deskRef(about.case), until, now),
          ...(state === 'refused' ? (count?.up(rows, 'refused', now) ?? []) : []),
        ],
        more: { handed: closed.handed },
      };
    },
  };
}

/** From when on the time of a case runs that ends now: not before its person may be told of it. */
function endOf({ type, evidence }: AboutCase, rows: Rows, now: number): number | null {
  const order = type === 'law' && evidence !== null ? authorityOrderIn(rows, evidence) : undefined;
  return order ? endWithBar(order, now) : now;
}
