import type { Words } from '@avow/policy';
import { day, html, type Markup, none, terms } from '@avow/server/look';
import { asPartyId, type Choice, type Consent, type PersonId } from 'avow';
import type { Matter } from '../options.ts';
import { cited, policyWords } from '../web/policy.ts';
import type { Visit } from '../web/visit.ts';
import { begun } from './correct.ts';
import { partyName } from './parties.ts';

type Standing = Consent<Words>;

/** Something that was asked, or something that was answered elsewhere. */
export type Asked =
  | { readonly matter: Matter<Words>; readonly standing: Standing | undefined }
  | { readonly matter?: undefined; readonly standing: Standing };

/** One thing to choose: who, what, with which information, what for; the question; the answer; the way back. */
export async function card(visit: Visit, person: PersonId, asked: Asked): Promise<Markup> {
  const { centre, words, language } = visit;
  const { matter, standing } = asked;
  const what = matter ?? asked.standing;
  const name = what.party === 'platform' ? words.choices.us : partyName(visit, what.party);
  const title = matter?.title[language] ?? name;
  const question = centre.avow.consents.question({ ...choiceIn(what), language });
  const now = matter && (await asThingsStand(visit, person, matter));
  // What runs until a no is on as long as the policy permits it.
  const isOn =
    matter?.asks === 'objection'
      ? standing?.state !== 'refused' && standing?.state !== 'withdrawn'
      : undefined;
  return html`<section class="card matter"${matter === undefined ? none : html` id="${matter.name}"`}><h2>${title} ${isOn === undefined ? stateMark(visit, standing) : switchMark(visit, isOn)}</h2>
${matter === undefined ? none : html`<p>${matter.lead[language] ?? ''}</p>`}
<blockquote class="asked">${question}</blockquote>
${isOn === undefined ? buttons(visit, asked) : switchButton(visit, asked, isOn)}
${now === undefined ? none : html`<p class="small">${now.permitted ? words.choices.wouldGive : words.choices.wouldRefuse} ${cited(visit, now.sentence)}</p>`}
<details><summary>${words.choices.inFull}</summary>${scope(visit, what, name)}
${standing === undefined ? none : html`<p class="quiet small">${words.choices.digest} <code>${standing.shown}</code></p>`}</details></section>`;
}

const choiceIn = ({
  party,
  action,
  purposes,
  categories,
}: Omit<Choice<Words>, 'person' | 'language'>) => ({
  party,
  action,
  purposes,
  categories,
});

function scope(
  visit: Visit,
  { action, categories, purposes }: Pick<Choice<Words>, 'action' | 'categories' | 'purposes'>,
  name: string,
): Markup {
  const { choices } = visit.words;
  const spoken = policyWords(visit);
  return terms([
    [choices.party, html`<bdi>${name}</bdi>`],
    [choices.act, spoken.action(action)],
    [choices.categories, spoken.categories(categories)],
    [choices.purposes, spoken.purposes(purposes)],
  ]);
}

function stateMark({ words, language }: Visit, standing: Standing | undefined): Markup {
  const { choices } = words;
  if (standing === undefined) return html`<span class="mark">${choices.undecided}</span>`;
  const on = html`<span class="quiet small">${day(standing.withdrawn ?? standing.at, language)}</span>`;
  switch (standing.state) {
    case 'given':
      return html`<span class="mark mark-yes">${choices.given}</span> ${on}`;
    case 'refused':
      return html`<span class="mark">${choices.refusedState}</span> ${on}`;
    case 'withdrawn':
      return html`<span class="mark">${choices.withdrawn}</span> ${on}`;
  }
}

const switchMark = ({ words: { choices } }: Visit, isOn: boolean): Markup =>
  html`<span class="mark ${isOn ? 'mark-yes' : ''}">${isOn ? choices.on : choices.off}</span>`;

/**
 * What the policy would answer at this moment: asked of the policy, not worked out by the page. It permits what is
 * chosen about as soon as it permits it for one of the purposes. What the platform does by itself stays with it or
 * reaches the person, as a message does; the policy speaks of one of the two.
 */
async function asThingsStand(
  { centre }: Visit,
  person: PersonId,
  {
    party,
    action,
    purposes,
    categories,
  }: Pick<Choice<Words>, 'party' | 'action' | 'purposes' | 'categories'>,
) {
  const recipients =
    party === 'platform' ? (['platform', 'person'] as const) : [{ party: asPartyId(party) }];
  const answers = await Promise.all(
    purposes.flatMap((purpose) =>
      recipients.map((to) => centre.avow.preview(action, { person, purpose, categories, to })),
    ),
  );
  return answers.find(({ permitted }) => permitted) ?? answers[0]!;
}

/** Allow and refuse weigh the same; what was allowed is taken back where it was given. */
function buttons(visit: Visit, asked: Asked): Markup {
  const { choices } = visit.words;
  const { standing } = asked;
  const state = standing?.state;
  return form(
    visit,
    asked,
    state === 'given'
      ? html`<input type="hidden" name="consent" value="${standing?.consent ?? ''}">${button('withdraw', choices.withdraw)}`
      : html`${button('allow', choices.allow)}${state === undefined ? button('refuse', choices.refuse) : none}`,
  );
}

/** One press off, one press on: what runs until a no is no question with two answers. */
function switchButton(visit: Visit, asked: Asked, isOn: boolean): Markup {
  const { choices } = visit.words;
  const { standing } = asked;
  if (!isOn) return form(visit, asked, button('allow', choices.turnOn));
  if (standing?.state !== 'given') return form(visit, asked, button('refuse', choices.turnOff));
  return form(
    visit,
    asked,
    html`<input type="hidden" name="consent" value="${standing.consent}">${button('withdraw', choices.turnOff)}`,
  );
}

const form = (
  { to }: Visit,
  { matter, standing }: Asked,
  inside: Markup,
): Markup => html`<form class="choice"${
  standing === undefined ? none : html` id="consent-${standing.consent}"`
} method="post" action="${to('/choices')}">${matter === undefined ? none : html`<input type="hidden" name="matter" value="${matter.name}">`}
${inside}</form>`;

const button = (answer: string, label: string): Markup =>
  html`<div><button class="button button-plain" name="answer" value="${answer}">${begun(label)}</button></div>`;
