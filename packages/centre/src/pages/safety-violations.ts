import { html, type Markup, moment, none, terms } from '@avow/server/look';
import type { PersonId, RegisterEntry, Violation } from 'avow';
import { citing } from '../web/policy.ts';
import type { Centre, Visit } from '../web/visit.ts';
import { registerWord } from './parties.ts';

type Measure = Extract<RegisterEntry, { readonly register: 'measure' }>;

/** What is on record against the reader: how each stands, why it was recorded, and the appeal. */
export async function violationCards(
  { avow }: Centre,
  visit: Visit,
  person: PersonId,
  emptyAppeal: string | undefined,
): Promise<Markup> {
  const found = await avow.registers.violations.against(person);
  if (found.length === 0) return none;
  // Why it was recorded, and what was done, the register opens by a decision of its own.
  const joined = await avow.registers.join({
    ...{ person, purpose: 'rights', to: 'person' },
    categories: ['register.violation', 'register.measure'],
  });
  const entries = joined.permitted ? joined.value.entries : [];
  return html`<h2>${visit.words.safety.violations}</h2>${found.map((one) => card(visit, one, entries, emptyAppeal))}`;
}

function card(
  visit: Visit,
  one: Violation,
  entries: readonly RegisterEntry[],
  emptyAppeal: string | undefined,
): Markup {
  const { words, language } = visit;
  const { safety: said } = words;
  const { violation, appeal, state } = one;
  const own = entries.find((each) => each.register === 'violation' && each.violation === violation);
  const taken = entries.filter(
    (each): each is Measure => each.register === 'measure' && each.violation === violation,
  );
  return html`<section class="card"><h3>${registerWord(visit, one.rule)}</h3>
${terms([
  [said.happened, moment(one.happened, language)],
  [said.state, said.violationStates[state]],
  ...(appeal
    ? ([
        [
          said.appeal,
          html`${said.appealStates[appeal.state]}${words.openings.comma}${moment(appeal.decided?.at ?? appeal.at, language)}`,
        ],
      ] as const)
    : []),
])}
${own?.register === 'violation' ? html`<p>${said.reason}</p><blockquote>${own.reason}</blockquote>` : none}
${taken.length === 0 ? none : html`<p>${said.measures}</p><ul>${taken.map(({ what, lifted }) => html`<li>${registerWord(visit, what)}${lifted === undefined ? none : html`${words.openings.comma}${said.lifted} ${moment(lifted, language)}`}</li>`)}</ul>`}
${citing(visit, '6.d.1')}
${state === 'upheld' && appeal === undefined ? appealForm(visit, violation, emptyAppeal) : none}</section>`;
}

function appealForm(
  { words, to }: Visit,
  violation: string,
  emptyAppeal: string | undefined,
): Markup {
  const { safety: said } = words;
  const id = `against-${violation.replace(/[^A-Za-z0-9-]/g, '-')}`;
  return html`<form method="post" action="${to('/safety')}" novalidate><input type="hidden" name="does" value="contradict"><input type="hidden" name="violation" value="${violation}">
<div class="field"><label for="${id}">${said.appealText}</label><textarea id="${id}" name="said" rows="4" maxlength="8000" required></textarea>${emptyAppeal === violation ? html`<p class="field-error">${said.empty}</p>` : none}</div>
<button class="button">${said.appealSend}</button></form>`;
}
