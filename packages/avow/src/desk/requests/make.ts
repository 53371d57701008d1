import type { Words } from '@avow/policy';
import { duties } from '../../conventions.ts';
import type { Deployment } from '../../deployment.ts';
import { oneOf } from '../../door/desk.ts';
import { repeatable } from '../../door/idempotency.ts';
import { asPersonId } from '../../door/ids.ts';
import { LONGEST_VALUE, text } from '../../door/text.ts';
import { record } from '../../evidence/record.ts';
import type { CaseId } from '../../face/ids.ts';
import { type Requests, type RightsRequest, rightsAskedFor } from '../../face/requests.ts';
import { type CaseBody, casesOf, deskRef } from '../../register/desk/case.ts';
import { REQUEST, type RequestBody } from '../../register/desk/request.ts';
import { addEvidence } from '../../rows/change.ts';
import { openingChanges } from '../cases/open.ts';
import { mustHaveRoom } from '../cases/room.ts';

const DAY = 24 * 3_600_000;
const USUAL_DAYS = 15;
/** How long one that nobody answers stands as overdue before time alone ends it. */
const STANDS = 366 * DAY;

/** Takes a request about somebody's rights, which opens its case. Whoever is suspended has their rights all the same. */
export function makeWith(deployment: Deployment): Requests<Words>['make'] {
  const { vault, policy } = deployment;
  return async (what) => {
    const person = asPersonId(what.person);
    const about = oneOf('about', what.about, rightsAskedFor);
    const said = text('text', what.text, LONGEST_VALUE);
    const request = repeatable(what, 'desk.requests.make', { person, about, text: said });
    const [id, words] = [vault.mint() as CaseId, vault.mint()];
    return record<RightsRequest>(deployment, request, () => ({
      people: [person],
      widens: false,
      seals: true,
      note: { case: id },
      reads: [casesOf(person)],
      decide(rows, now, seals) {
        mustHaveRoom(rows, { type: 'rights', person, by: person }, 'person', now);
        const due = now + daysIn(policy.current().policy.vocabulary) * DAY;
        const body: CaseBody = {
          ...{ type: 'rights', openedBy: person, categories: [], evidence: null, order: null },
          ...{ operator: null, due, delivered: null, ended: null, expires: now + STANDS },
        };
        const row = { id: words, kind: REQUEST, person, ref: deskRef(id), state: 'made', at: now };
        const sealed = seals.sealText({ id: words, person }, said);
        const opening = { id, person, user: null, party: null };
        return {
          evidence: 'request',
          state: 'made',
          changes: [
            ...openingChanges(vault, rows, opening, body, now),
            addEvidence({ ...row, ...sealed }, { about } satisfies RequestBody),
          ],
          value: { case: id, person, about, made: now, due, answered: undefined },
        };
      },
    }));
  };
}

/** How long the policy in force gives itself. */
function daysIn({ duties: known }: Words): number {
  const own = Object.hasOwn(known, duties.answerRights) ? known[duties.answerRights] : undefined;
  return own?.withinDays ?? USUAL_DAYS;
}
