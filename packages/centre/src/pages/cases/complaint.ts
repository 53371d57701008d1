import { field, html, type Markup, none } from '@avow/server/look';
import type { Complaint } from 'avow';
import { once } from '../../web/form.ts';
import { citing } from '../../web/policy.ts';
import type { Visit } from '../../web/visit.ts';
import { partyName } from '../parties.ts';
import { isAsked } from './cases.ts';
import { deed, type SeenCase } from './seen.ts';

/** How long an answer may be. */
export const longestAnswer = 4_000;

const complaintIn = async ({ visit, found }: SeenCase): Promise<Complaint | undefined> =>
  found.type === 'complaint' ? visit.centre.avow.desk.complaints.get(found.case) : undefined;

/** What is complained of, by what right; who complains stands here for nobody but themself. */
export async function complaintTerms(
  seen: SeenCase,
): Promise<(readonly [string, Markup | string])[]> {
  const { visit, person, found } = seen;
  const complaint = await complaintIn(seen);
  if (complaint === undefined) return [];
  const { cases: said } = visit.words;
  return [
    [said.right, said.rights[complaint.right]],
    [said.thing, thing(visit, complaint.listing)],
    // By its digest a document of few possible ones is found out, and with it who complains.
    isAsked(found, person)
      ? [said.whoComplains, said.unknown]
      : [said.document, html`<code class="digest">${complaint.document}</code>`],
  ];
}

function thing({ centre, language }: Visit, listing: string): Markup {
  const known = centre.thingOf?.(listing, language);
  return known === undefined
    ? html`<code>${listing}</code>`
    : html`<a href="${known.href}">${known.label}</a>`;
}

/** What both sides and the desk did, seen from the reader's side. */
export async function complaintCourse(
  seen: SeenCase,
): Promise<{ readonly at: number; readonly said: string }[]> {
  const complaint = await complaintIn(seen);
  if (complaint === undefined) return [];
  const { verified, asked } = complaint;
  const { happened } = seen.visit.words.cases;
  const own = isAsked(seen.found, seen.person) ? 'respondent' : 'complainant';
  return [
    ...(verified === undefined ? [] : [{ at: verified.at, said: happened.verified }]),
    ...(['complainant', 'respondent'] as const).flatMap((side) => {
      const at = asked[side];
      const by = happened.askedBy[side];
      return at === undefined ? [] : [{ at, said: side === own ? by.you : by.other }];
    }),
    ...complaint.answered.map((at) => ({
      at,
      said: own === 'respondent' ? happened.countered.you : happened.countered.other,
    })),
  ];
}

/** What each side can do while it goes on, and what the policy says of what they get. */
export async function complaintParts(seen: SeenCase, reply: string): Promise<Markup> {
  const { visit, person, found } = seen;
  const { cases: said } = visit.words;
  const complaint = await complaintIn(seen);
  if (complaint === undefined) return none;
  const parts = isAsked(found, person)
    ? respondents(seen, complaint, reply)
    : await complainants(seen, complaint);
  return html`${parts}<h2>${said.theirAnswers}</h2>
${complaint.countered === 0 ? html`<p>${said.noAnswers}</p>` : none}
${deed(visit, found, 'read', said.read, said.readLead, 'button button-plain')}`;
}

async function complainants(seen: SeenCase, { respondent }: Complaint): Promise<Markup> {
  const { visit, found } = seen;
  const { cases: said } = visit.words;
  const passing =
    found.state === 'open' ? deed(visit, found, 'pass', said.pass, said.passLead) : none;
  if (respondent === undefined) return passing;
  // Asked of the policy, not worked out by the page: it says which sentence keeps the other side back.
  const { permitted, sentence } = await visit.centre.avow.preview('disclose', {
    person: respondent,
    purpose: found.purpose,
    categories: found.categories,
    to: { user: seen.person },
    case: found.case,
  });
  return html`${passing}<h2>${said.ofThem}</h2>
<p>${partyName(visit, respondent)}${visit.words.history.is}${permitted ? said.something : said.nothingOfThem}</p>${citing(visit, sentence)}`;
}

function respondents({ visit, found }: SeenCase, { asked }: Complaint, reply: string): Markup {
  const { cases: said } = visit.words;
  if (found.state !== 'open') return none;
  const asking =
    asked.respondent === undefined
      ? deed(visit, found, 'ask', said.ask, said.askLead, 'button button-plain')
      : html`<p>${said.asked}</p>`;
  return html`<h2>${said.counter}</h2><p>${said.counterLead}</p>${counterForm(visit, found.case, reply)}
<h2>${said.whoComplains}</h2>${asking}`;
}

/** Where the one complained of answers. */
function counterForm({ words, to }: Visit, id: string, value: string): Markup {
  const { cases: said } = words;
  return html`<form method="post" action="${to(`/cases/${id}`)}">${once()}
${field({ name: 'reply', label: said.counter, lines: 6, limit: longestAnswer, required: true, value })}
<div class="actions"><button class="button" name="do" value="counter">${said.sendCounter}</button></div></form>`;
}
