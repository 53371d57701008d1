import { day, faults, field, html, type Markup, momentInWords, none } from '@avow/server/look';
import type { Decided, ErasureReceipt, PersonId, Retained } from 'avow';
import { faultPage, stranger } from '../web/fault.ts';
import { readForm } from '../web/form.ts';
import { centrePage, framed } from '../web/frame.ts';
import { answered, clauseOn, policyWords } from '../web/policy.ts';
import { withProof } from '../web/proven.ts';
import { type Centre, known, type Seen, type Visit } from '../web/visit.ts';
import { checkPanel } from './check.ts';

/** What erasing does, what stays under which sentence, and who is asking, once more. */
export const erase = (centre: Centre) =>
  known(async (c, person) => erasePage(c, centre, person), stranger);

async function erasePage(c: Seen, centre: Centre, person: PersonId, error?: string) {
  const { visit } = c.var;
  const { words } = visit;
  const { proof } = centre;
  const asked = proof.by === 'password' || (await proof.isRecent(visit.asked));
  const main = html`<h1>${words.erase.title}</h1><p class="lead">${words.erase.lead}</p>
<p>${words.erase.first} <a href="${visit.to('/take')}">${words.erase.takeFirst}</a>${words.erase.stop}</p>
<h2>${words.erase.says}</h2>${await clauseOn(visit, person, 'erase')}
<h2>${words.erase.stays}</h2><ul><li>${words.erase.staysLog}</li>${centre.leaves?.[visit.language] === undefined ? none : html`<li>${centre.leaves[visit.language]}</li>`}</ul>
${asked ? form(visit, error) : signInAgain(visit)}`;
  return c.html(centrePage(visit, words.erase.title, main), error === undefined ? 200 : 422);
}

function form({ centre, words, language, to }: Visit, error?: string): Markup {
  const { erase } = words;
  const proving =
    centre.proof.by === 'password'
      ? field({
          name: 'password',
          label: erase.password,
          type: 'password',
          error,
          autocomplete: 'current-password',
          limit: 128,
          required: true,
        })
      : html`<p>${erase.recent}</p>`;
  return html`${error === undefined ? none : faults(language, [{ name: 'password', error }])}
<form method="post" action="${to('/leave')}">
${proving}
<div class="actions"><button class="button button-grave">${erase.button}</button></div></form>`;
}

function signInAgain({ centre, words }: Visit): Markup {
  const again = centre.proof.by === 'sign-in' ? centre.proof.again : undefined;
  const { erase } = words;
  return html`<p>${erase.again}</p>${again === undefined ? none : html`<p><a class="button" href="${again}">${erase.signIn}</a></p>`}`;
}

/** Erases the reader, and hands them the receipt: the last page that knows them. */
export const erasing = (centre: Centre) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const { words } = visit;
    const { proof } = centre;
    if (proof.by === 'sign-in') {
      if (!(await proof.isRecent(visit.asked))) return erasePage(c, centre, person);
    } else {
      const { password } = await readForm(c, ['password']);
      if (password === '') return erasePage(c, centre, person, words.erase.empty);
      const found = await proof.prove(person, password, visit.asked);
      if (typeof found === 'object') {
        c.header('Retry-After', String(found.wait));
        return faultPage(c, 'often');
      }
      if (found === 'wrong') return erasePage(c, centre, person, words.erase.wrong);
    }
    // The same request again carries an erasure that was cut off to its end.
    const request = { person, idempotencyKey: `erase-${person}` };
    const decided = await (centre.erase ?? centre.avow.erase)(request);
    if (!decided.permitted) {
      const main = html`<h1>${words.erase.refused}</h1>${answered(visit, decided, { title: words.erase.refused })}`;
      return c.html(centrePage(visit, words.erase.refused, main));
    }
    for (const line of (await centre.signedOut?.(visit.asked)) ?? []) {
      c.header('Set-Cookie', line, { append: true });
    }
    // From here on nobody is known: links carry the language themselves.
    const last = { ...visit, reader: undefined };
    return c.html(framed(last, words.erase.done, await done(last, decided), true));
  }, stranger);

async function done(visit: Visit, decided: Decided<ErasureReceipt> & { permitted: true }) {
  const { words, language } = visit;
  const { erase } = words;
  const { recoverableUntil, held, isSwept, receipt } = decided.value;
  const body = html`${recoverableUntil === undefined ? none : html`<p>${erase.until(momentInWords(recoverableUntil, language))}</p>`}${
    held === undefined ? none : retained(visit, held)
  }${isSwept ? none : html`<p>${erase.sweeping}</p>`}`;
  return html`<h1>${erase.done}</h1><p class="lead">${erase.doneBody}</p>
${answered(visit, decided, { title: erase.done, body })}
${
  receipt === undefined
    ? none
    : html`<h2>${words.entry.receipt}</h2><p>${words.entry.receiptLead}</p>
${await checkPanel(visit, { receipt: JSON.stringify(await withProof(visit.centre.avow, receipt), null, 2) })}`
}`;
}

/** What a legal hold keeps, and until when. */
function retained(visit: Visit, { categories, until }: Retained): Markup {
  const { words, language } = visit;
  const what =
    categories === undefined ? words.erase.heldAll : policyWords(visit).categories(categories);
  return html`<p>${words.erase.held} ${what}${until === undefined ? none : html` (${words.erase.heldUntil} ${day(until, language)})`}</p>`;
}
