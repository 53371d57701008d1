import { classes } from '../conventions.ts';
import { aboutCase, askingRow, caseRow } from '../register/desk/case.ts';
import { staffClass, staffRow } from '../register/desk/staff.ts';
import { engagementsOf, engagementWhen, newestEngagement } from '../register/engagement.ts';
import { sideRows, sidesBetween } from '../register/order.ts';
import { standingOf } from '../register/party.ts';
import type { ReadOf, Rows } from '../rows/reading.ts';
import { namedAs, partyOf, type Question, staffOf, userOf } from './question.ts';

/** The records that tell what class of recipient a question names, and how a party stands. */
export function classReads(question: Question): readonly ReadOf<'evidence'>[] {
  const named = namedAs(question);
  const party = partyOf(question);
  const standing = party === undefined ? [] : [standingOf(party)];
  const inCase = question.case ? [caseRow(question.case), askingRow(question.case)] : [];
  if (named === 'party' && party) return [engagementsOf(party), ...standing, ...inCase];
  if (named === 'user' && question.order) return [sideRows(question.order), ...inCase];
  const staff = staffOf(question);
  return [...standing, ...inCase, ...(staff ? [staffRow(staff)] : [])];
}

/**
 * The class of the recipient, as the records have it. A party is what its newest engagement says,
 * ended or not (that it ended is a fact of its own); to what it was handed it stays what it was then. A
 * user is what the named order or case makes of them; one of the staff, what they were appointed as.
 */
export function classOf(question: Question, rows: Rows): string {
  const { order, person, handed } = question;
  const party = partyOf(question) ?? '';
  const named = namedAs(question);
  switch (named) {
    case 'person':
      return classes.self;
    case 'platform':
      return classes.platform;
    case 'public':
      return classes.public;
    case 'party':
      return (
        (handed ? engagementWhen(rows, party, handed) : newestEngagement(rows, party))?.as ??
        classes.unrelated
      );
    case 'user': {
      const user = userOf(question);
      const sides = order && user && sidesBetween(rows, order, person, user);
      return sides ? classes.counterparty : (classInComplaint(question, rows) ?? classes.unrelated);
    }
    case 'staff':
      return staffClass(rows.of(staffRow(staffOf(question) ?? ''))[0]);
    default:
      return named satisfies never;
  }
}

/** What a complaint makes of a user: the one complained of, or, the other way round, the one who complains. */
function classInComplaint(question: Question, rows: Rows): string | undefined {
  const about = question.case && aboutCase(rows, question.case);
  if (about?.type !== 'complaint') return undefined;
  const user = userOf(question);
  if (about.person === question.person && about.user === user) return classes.respondent;
  const isTurned = about.person === user && about.user === question.person;
  return isTurned ? classes.complainant : undefined;
}
