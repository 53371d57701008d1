import { faults, html, type Markup, none, terms } from '@avow/server/look';
import { isSentBefore } from '@avow/server/mounted';
import { isAvowFault } from 'avow';
import { faultPage, stranger } from '../../web/fault.ts';
import { type Form, keyOf, readForm } from '../../web/form.ts';
import { centrePage } from '../../web/frame.ts';
import { answered, policyWords } from '../../web/policy.ts';
import { type Centre, known, type Seen, type Visit } from '../../web/visit.ts';
import { casePage } from './case.ts';
import { isAsked } from './cases.ts';
import { longestAnswer } from './complaint.ts';
import { caseOf, type SeenCase } from './seen.ts';

type Sent = Form<'do' | 'reply' | 'once'>;
type Answer = Response | Promise<Response>;

/** Does one thing in a case, by the button that was pressed. */
export const doingInCase = (centre: Centre) =>
  known(async (c, person) => {
    const found = await caseOf(centre, person, c);
    if (found === undefined) return faultPage(c, 'notFound');
    const seen = { visit: c.var.visit, person, found };
    const form = await readForm(c, ['do', 'reply', 'once']);
    if (!Object.hasOwn(deeds, form.do)) return faultPage(c, 'bad');
    return deeds[form.do as keyof typeof deeds](c, seen, form);
  }, stranger);

type Does = (c: Seen, seen: SeenCase, form: Sent) => Promise<Response>;

const deeds = { pass, ask, counter, read, look, appeal } as const satisfies Readonly<
  Record<string, Does>
>;

/** By its author's own wish: it goes to the one complained of, or the refusal says what is missing. */
async function pass(c: Seen, { visit, person, found }: SeenCase, form: Sent): Promise<Response> {
  const { desk } = visit.centre.avow;
  const { cases: said } = visit.words;
  if (found.type !== 'complaint' || found.person !== person) return faultPage(c, 'bad');
  const by = { case: found.case, by: person };
  const { asked } = (await desk.complaints.get(found.case)) ?? {};
  if (asked?.complainant === undefined) await unlessAsked(desk.complaints.ask(by));
  const decided = await desk.cases.deliver({ ...by, ...keyOf(form) });
  const title = decided.permitted ? said.passedTitle : said.notPassedTitle;
  const body = decided.permitted ? html`<p>${said.passedBody}</p>` : none;
  return answerPage(c, visit, found.case, said.pass, answered(visit, decided, { title, body }));
}

/** The one complained of asks who complains. One of us decides; nothing is handed over by this. */
async function ask(c: Seen, { visit, person, found }: SeenCase): Promise<Response> {
  if (!isAsked(found, person)) return faultPage(c, 'bad');
  await unlessAsked(visit.centre.avow.desk.complaints.ask({ case: found.case, by: person }));
  return backTo(c, visit, found.case);
}

async function counter(c: Seen, seen: SeenCase, form: Sent): Promise<Response> {
  const { visit, person, found } = seen;
  const { reply: text } = form;
  if (!isAsked(found, person)) return faultPage(c, 'bad');
  const again = async (error: string, status: 409 | 422) => {
    const wrong = faults(visit.language, [{ name: 'reply', error }]);
    return c.html(await casePage(seen, wrong, text), status);
  };
  if (text === '' || text.length > longestAnswer) return again(visit.words.cases.counterNeed, 422);
  const what = { case: found.case, by: person, text, ...keyOf(form) };
  try {
    await visit.centre.avow.desk.complaints.counter(what);
  } catch (problem) {
    if (!isSentBefore(problem)) throw problem;
    return again(visit.words.fault.sentBefore, 409);
  }
  return backTo(c, visit, found.case);
}

/** Opens what is sealed in a complaint, which stands in the history of both sides. */
async function read(c: Seen, seen: SeenCase): Promise<Response> {
  const { visit, person, found } = seen;
  const { cases: said } = visit.words;
  if (found.type !== 'complaint') return faultPage(c, 'bad');
  const { complaints } = visit.centre.avow.desk;
  const { title, counters } = await complaints.read({ case: found.case, by: person });
  const written = html`<section class="card">${title === '' ? none : html`<p>${said.rightTitle}${visit.words.history.is}${title}</p>`}
<h2>${said.theirAnswers}</h2>${counters.length === 0 ? html`<p>${said.noAnswers}</p>` : counters.map(({ text }) => html`<blockquote>${text}</blockquote>`)}</section>`;
  return c.html(await casePage(seen, written));
}

/** What was handed to the reader in it: each look is a decision. */
async function look(c: Seen, { visit, person, found }: SeenCase): Promise<Response> {
  const { portal } = visit.centre.avow.desk;
  const { cases: said } = visit.words;
  const as = { user: person };
  const entered = await portal.enter({ case: found.case, as });
  if (entered === undefined) {
    return answerPage(c, visit, found.case, said.look, html`<p>${said.nothingWaits}</p>`);
  }
  const decided = await portal.look({ view: entered.view, as });
  const title = decided.permitted ? said.looked : said.notLooked;
  const body = decided.permitted ? values(visit, decided.value.values) : none;
  return answerPage(c, visit, found.case, said.look, answered(visit, decided, { title, body }));
}

async function appeal(c: Seen, { visit, person, found }: SeenCase): Promise<Response> {
  try {
    const { cases } = visit.centre.avow.desk;
    const opened = await cases.appeal({ case: found.case, by: person });
    return backTo(c, visit, opened.case);
  } catch (fault) {
    // There is one already, among the reader's cases.
    if (isAvowFault(fault, 'AVOW_EXISTS')) return c.redirect(visit.to('/cases'), 303);
    throw fault;
  }
}

/** Whoever asks twice has asked. */
async function unlessAsked(asking: Promise<unknown>): Promise<void> {
  await asking.catch((fault: unknown) => {
    if (!isAvowFault(fault, 'AVOW_STATE')) throw fault;
  });
}

function values(visit: Visit, shown: Readonly<Record<string, string | undefined>>): Markup {
  const spoken = policyWords(visit);
  const pairs = Object.entries(shown).flatMap(([category, value]) =>
    value === undefined ? [] : [[spoken.category(category), value] as const],
  );
  return pairs.length === 0 ? html`<p>${visit.words.cases.nothingThere}</p>` : terms(pairs);
}

const backTo = (c: Seen, visit: Visit, id: string): Response =>
  c.redirect(visit.to(`/cases/${id}`), 303);

function answerPage(c: Seen, visit: Visit, id: string, title: string, said: Markup): Answer {
  const main = html`<h1>${title}</h1>${said}<p><a class="button button-plain" href="${visit.to(`/cases/${id}`)}">${visit.words.cases.back}</a></p>`;
  return c.html(centrePage(visit, title, main));
}
