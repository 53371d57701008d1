import type { Deployment } from '../../deployment.ts';
import { documentDigest, oneOf } from '../../door/desk.ts';
import { repeatable } from '../../door/idempotency.ts';
import { asPersonId } from '../../door/ids.ts';
import { malformed, moment, name, text } from '../../door/text.ts';
import { record } from '../../evidence/record.ts';
import { type Complaint, type Complaints, infringedRights } from '../../face/complaints.ts';
import type { CaseId } from '../../face/ids.ts';
import { AvowError } from '../../fault.ts';
import { askingsOf, type CaseBody, casesOf, deskRef } from '../../register/desk/case.ts';
import { COMPLAINT, type ComplaintBody } from '../../register/desk/complaint.ts';
import { CALLED_BY_MAIL, mailOwed } from '../../register/desk/telling-mail.ts';
import { personOf } from '../../register/person.ts';
import { addEvidence } from '../../rows/change.ts';
import { endIn, openingChanges } from '../cases/open.ts';
import { mustHaveRoom } from '../cases/room.ts';
import { counting } from '../counting.ts';
import { complaintOf } from './complaint.ts';
import { passedOn } from './passed-on.ts';

const LONGEST_TITLE = 500;

/** Files a complaint, which opens its case. What the right is called is sealed under its holder's key. */
export function fileWith(deployment: Deployment): Complaints['file'] {
  const { vault, policy, tellings } = deployment;
  return async (what) => {
    const person = asPersonId(what.complainant, 'complainant');
    const user = asPersonId(what.respondent, 'respondent');
    if (person === user) throw malformed('respondent', 'must be somebody else');
    const title = text('title', what.title, LONGEST_TITLE);
    const said = {
      right: oneOf('right', what.right, infringedRights),
      listing: name('listing', what.listing),
      document: documentDigest(what.document),
    };
    const expires = what.expires === undefined ? null : moment('expires', what.expires);
    const of = { person, user, title, ...said, expires };
    const request = repeatable(what, 'desk.complaints.file', of);
    const id = vault.mint() as CaseId;
    const [evidence, calling] = [vault.mint(), vault.mint()];
    const count = counting('complaint');
    return record<Complaint>(deployment, request, () => ({
      people: [person, user],
      // Whoever complains must be in good standing; one who is suspended can still be complained of.
      widens: false,
      seals: true,
      note: { case: id },
      locks: count.locks,
      reads: [casesOf(person), askingsOf(user), ...count.reads],
      decide(rows, now, seals) {
        if (rows.of(personOf(person))[0]?.state === 'suspended') {
          throw new AvowError('AVOW_STATE', 'the account is suspended', 'complainant');
        }
        mustHaveRoom(rows, { type: 'complaint', person, by: person }, 'complainant', now);
        const categories = passedOn(policy.current().policy.vocabulary);
        const body: CaseBody = {
          ...{ type: 'complaint', openedBy: person, categories, evidence, order: null },
          ...{ operator: null, due: null, delivered: null, ended: null },
          expires: endIn(expires, now),
        };
        const complaint: ComplaintBody = {
          ...said,
          verified: null,
          asked: { complainant: null, respondent: null },
        };
        const row = { id: evidence, kind: COMPLAINT, person, ref: deskRef(id), state: 'filed' };
        const sealed = seals.sealText({ id: evidence, person }, title);
        return {
          evidence: 'complaint',
          state: 'filed',
          changes: [
            ...openingChanges(vault, rows, { id, person, user, party: null }, body, now),
            addEvidence({ ...row, at: now, ...sealed }, complaint),
            ...count.up(rows, 'opened', now),
            ...(tellings?.call ? [mailOwed(calling, user, id, now, CALLED_BY_MAIL)] : []),
          ],
          value: complaintOf(id, { complainant: person, respondent: user }, complaint, []),
        };
      },
    }));
  };
}
