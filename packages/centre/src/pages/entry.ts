import { answer, html, type Markup, moment, none, terms } from '@avow/server/look';
import { asEntryId, type EntryId, type OpenedReceipt, type PersonId, type Refused } from 'avow';
import { faultPage, stranger } from '../web/fault.ts';
import { centrePage } from '../web/frame.ts';
import { answered, policyWords } from '../web/policy.ts';
import { withProof } from '../web/proven.ts';
import { type Recorded, recorded } from '../web/recorded.ts';
import { type Centre, known, type Visit } from '../web/visit.ts';
import { checkPanel } from './check.ts';
import { evidenceTold, recipientTold } from './history.ts';

/** One entry about the reader: who, what, when, why, in the words of the policy of its day; its receipt. */
export const entry = (centre: Centre) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const { words, to } = visit;
    const id = asEntryId(c.req.param('entry'));
    const look = await centre.avow.openReceipt({ person, entry: id });
    if (!look.permitted) return c.html(refused(visit, look));
    const found = recorded(look.value.body);
    if (found === undefined) return faultPage(c, 'notFound');
    const kept = await withProof(centre.avow, look.value);
    const title = found.kind === 'decision' ? words.entry.title : words.entry.recordTitle;
    const main = html`<h1>${title}</h1>
${found.kind === 'decision' ? await decision(visit, id, look.value) : none}
${facts(visit, person, found, look.value)}
<h2>${words.entry.receipt}</h2><p>${words.entry.receiptLead}</p>
<p><a class="button button-plain" href="${to(`/history/${id}/receipt`)}" download="${fileName(id)}">${words.entry.download}</a></p>
${await checkPanel(visit, { receipt: JSON.stringify(kept, null, 2) })}
<p><a href="${to('/history')}">${words.entry.back}</a></p>`;
    return c.html(centrePage(visit, title, main));
  }, stranger);

/** Why, as the policy of its day tells it. */
async function decision(visit: Visit, entry: EntryId, receipt: OpenedReceipt) {
  const { centre, language, words } = visit;
  const told = await centre.avow.explain({ entry, language, audience: 'person' });
  if (told === undefined) return none;
  return answer({
    permitted: told.permitted,
    title: told.answer,
    sentence: told.sentence.id,
    text: told.sentence.text,
    language,
    policy: centre.policy ?? '/policy',
    missing: told.remedies.map(({ steps }) => steps.map(({ text }) => text)),
    entry,
    at: receipt.opening.at,
    body:
      told.reasons.length === 0
        ? none
        : html`<p>${words.entry.facts}</p><ul>${told.reasons.map(({ text }) => html`<li>${text}</li>`)}</ul>`,
  });
}

/** Who, what, when: from the entry, and from what opens it. */
function facts(
  visit: Visit,
  person: PersonId,
  found: Recorded,
  { opening }: OpenedReceipt,
): Markup {
  const { words, language } = visit;
  const when = [words.entry.when, moment(opening.at, language)] as const;
  if (found.kind === 'evidence') {
    return terms([[words.entry.what, evidenceTold(visit, found)], when]);
  }
  const spoken = policyWords(visit);
  const party = opening.party ?? undefined;
  return terms([
    [words.entry.what, spoken.action(found.action)],
    [words.entry.about, spoken.categories(found.categories)],
    [words.entry.who, recipientTold(visit, person, found.recipient, party)],
    [words.entry.purpose, spoken.purpose(found.purpose)],
    when,
  ]);
}

/** The receipt as a file: what was recorded, what opens it, and the proof that the log holds it. */
export const receipt = (centre: Centre) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const id = asEntryId(c.req.param('entry'));
    const look = await centre.avow.openReceipt({ person, entry: id });
    if (!look.permitted) return c.html(refused(visit, look));
    c.header('Content-Disposition', `attachment; filename="${fileName(id)}"`);
    return c.json(await withProof(centre.avow, look.value));
  }, stranger);

/** Why a line is not shown: the account is suspended. */
function refused(visit: Visit, look: Refused): Markup {
  const { words } = visit;
  const main = html`<h1>${words.entry.title}</h1>
${answered(visit, look, { title: words.entry.refused })}`;
  return centrePage(visit, words.entry.title, main);
}

const fileName = (entry: EntryId) => `receipt-${entry}.json`;
