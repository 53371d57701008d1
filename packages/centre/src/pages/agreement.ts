import {
  faults,
  html,
  languageName,
  type Markup,
  moment,
  none,
  table,
  terms,
  tick,
} from '@avow/server/look';
import type { AgreementStanding, DocumentKind, PersonId } from 'avow';
import { stranger } from '../web/fault.ts';
import { readForm } from '../web/form.ts';
import { centrePage } from '../web/frame.ts';
import { owing } from '../web/policy.ts';
import { type Centre, known, type Visit } from '../web/visit.ts';
import { takesComments } from './comments.ts';

/** What the reader accepted, when, in which language; what changed since; and the way to end it. */
export const agreement = () =>
  known(async (c, person) => {
    const { visit } = c.var;
    const main = await agreementPage(visit, person);
    return c.html(centrePage(visit, visit.words.agreement.title, main));
  }, stranger);

/** Ends the agreement, once the reader has said that they mean it. */
export const terminating = (centre: Centre) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const { words, to } = visit;
    const { sure } = await readForm(c, ['sure']);
    if (sure !== 'yes') {
      const main = await agreementPage(visit, person, words.agreement.needSure);
      return c.html(centrePage(visit, words.agreement.title, main), 422);
    }
    await centre.avow.agreement.terminate({ person });
    const main = html`<h1>${words.agreement.ended}</h1><p class="lead">${words.agreement.endedBody}</p>
<p><a class="button button-plain" href="${to('/')}">${words.correct.back}</a></p>`;
    return c.html(centrePage(visit, words.agreement.ended, main));
  }, stranger);

async function agreementPage(visit: Visit, person: PersonId, error?: string): Promise<Markup> {
  const { centre, words } = visit;
  const standing = await centre.avow.agreement.standing(person);
  const asked = await centre.avow.changes.asked(person);
  return html`<h1>${words.agreement.title}</h1><p class="lead">${words.agreement.lead}</p>
${asked === undefined ? none : html`<aside class="notice" aria-label="${words.change.title}"><p><strong>${words.agreement.asked}</strong> <a href="${visit.to('/change')}">${words.agreement.toChange}</a></p></aside>`}
${standing === undefined ? html`<p>${words.agreement.states['never-asked']}</p>` : await accepted(visit, standing)}
${standing?.state === 'accepted' ? ending(visit, error) : none}`;
}

async function accepted(visit: Visit, standing: AgreementStanding): Promise<Markup> {
  const { centre, words, language } = visit;
  const { bound, state, at } = standing;
  const kinds: readonly DocumentKind[] = ['service-agreement', 'site-rules'];
  const now = await Promise.all(kinds.map((kind) => centre.avow.documents.current(kind)));
  const inForce = await centre.avow.policy.inForce();
  const documents = centre.documents ?? {};
  const policy = `${centre.policy ?? '/policy'}?version=${bound.policy}&lang=${bound.language}`;
  const rows = [
    text(visit, 'policy', policy, bound.texts.policy, inForce.texts[bound.language] ?? null),
    ...kinds.map((kind, at) =>
      text(
        visit,
        kind,
        documents[kind],
        bound.texts[kind],
        now[at]?.digests[bound.language] ?? null,
      ),
    ),
  ];
  return html`<p><strong>${words.agreement.states[state]}</strong></p>${owing(visit, 'bindAcceptance')}
${terms([
  [words.agreement.when, moment(at, language)],
  [words.agreement.language, languageName(bound.language)],
])}
${table({ caption: words.agreement.bound, head: [words.agreement.text, words.agreement.digest, words.agreement.today], rows })}
${await since(visit, bound.policy, inForce.digest)}`;
}

/** One text as it was bound, and whether it says the same today. */
function text(
  { words }: Visit,
  kind: DocumentKind | 'policy',
  href: string | undefined,
  bound: string | null,
  today: string | null,
) {
  const { agreement } = words;
  const name = agreement.names[kind];
  return [
    href === undefined ? name : html`<a href="${href}">${name}</a>`,
    bound === null ? agreement.absent : html`<code class="digest">${bound}</code>`,
    bound === today ? agreement.same : agreement.changed,
  ];
}

/** What the policy means today and did not mean then, in sentences. */
async function since(
  visit: Visit,
  bound: AgreementStanding['bound']['policy'],
  inForce: AgreementStanding['bound']['policy'],
): Promise<Markup> {
  const { centre, words, language, to } = visit;
  const found = bound === inForce ? undefined : await centre.avow.policy.difference(inForce, bound);
  const sentences = (found?.changes ?? []).map((change) => change.words[language] ?? '');
  const versions = `${centre.policy ?? '/policy'}/versions?lang=${language}`;
  return html`<h2>${words.agreement.since}</h2>
${sentences.length === 0 ? html`<p>${words.agreement.sinceNothing}</p>` : html`<ul>${sentences.map((said) => html`<li>${said}</li>`)}</ul>`}
<p><a href="${versions}">${words.agreement.versions}</a></p>
${takesComments(centre) ? html`<p><a href="${to('/comments')}">${words.comments.title}</a></p>` : none}`;
}

function ending({ words, language, to }: Visit, error?: string): Markup {
  const { agreement } = words;
  const way = (path: string, label: string) => html`<a href="${to(path)}">${label}</a>`;
  return html`<h2 id="end">${agreement.end}</h2><p>${agreement.endLead}</p>
<p>${agreement.endFirst}${way('/take', words.rooms.take)}${agreement.endOr}${way('/leave', words.rooms.leave)}${agreement.endBoth}</p>
${error === undefined ? none : faults(language, [{ name: 'sure', error }])}
<form method="post" action="${to('/agreement')}">${tick({ name: 'sure', label: agreement.sure, error })}
<div class="actions"><button class="button button-grave">${agreement.button}</button></div></form>`;
}
