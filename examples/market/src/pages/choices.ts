import type { MarketWords } from '@avow/policy-market';
import { cite, day, html, type Markup, none } from '@avow/server/look';
import { asConsentId, type Choice, type Consent, type PersonId } from 'avow';
import type { Market } from '../market.ts';
import { workshops } from '../shop/parties.ts';
import { faultPage } from '../web/fault.ts';
import { readForm } from '../web/form.ts';
import { known } from '../web/login.ts';
import { citing } from '../web/policy.ts';
import type { Visit } from '../web/visit.ts';
import { minePage } from './mine.ts';

type Matter = Omit<Choice<MarketWords>, 'person' | 'language'>;

/** What a person is asked here: who would do what, with what, what for. Nothing needs any of it. */
const matters = {
  partner: {
    party: workshops,
    action: 'share',
    purposes: ['marketing.partner'],
    categories: ['contact.name', 'contact.phone'],
  },
  own: {
    party: 'platform',
    action: 'message',
    purposes: ['marketing.own'],
    categories: ['contact.phone'],
  },
} as const satisfies Record<string, Matter>;

type MatterName = keyof typeof matters;
const names = Object.keys(matters) as readonly MatterName[];

/** What the reader allows: each question in the policy's words, the answer given, and the way back. */
export const choices = (market: Market) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const { words } = visit;
    const given = await market.avow.consents.list(person);
    const state = await market.avow.agreement.state(person);
    const accepted = state === 'accepted';
    const cards = await Promise.all(
      names.map((name) => card(market, visit, person, name, newest(given, matters[name]))),
    );
    const main = html`<h1>${words.choices.title}</h1><p class="lead">${words.choices.lead}</p>
${cards}
<h2>${words.choices.agreement}</h2>
<p>${accepted ? words.choices.agreementAccepted : words.choices.agreementOther}</p>
${citing(market, visit, 'P.8')}`;
    return c.html(minePage(visit, words.choices.title, main));
  });

/** One answer: allow, refuse or take back. It has taken effect when the page comes back. */
export const choosing = (market: Market) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const { consents } = market.avow;
    const { matter: name, answer, consent } = await readForm(c, ['matter', 'answer', 'consent']);
    const matter = names.find((each) => each === name);
    if (matter === undefined) return faultPage(c, 'bad');
    const choice = { ...matters[matter], person, language: visit.language };
    if (answer === 'allow') await consents.give(choice);
    else if (answer === 'refuse') await consents.refuse(choice);
    else if (answer === 'withdraw') {
      const standing = newest(await consents.list(person), matters[matter]);
      if (standing?.consent !== consent) return faultPage(c, 'bad');
      await consents.withdraw({ person, consent: asConsentId(consent) });
    } else return faultPage(c, 'bad');
    return c.redirect(visit.to(`/mine/choices#${matter}`), 303);
  });

/** The last word on a matter. */
const newest = (given: readonly Consent<MarketWords>[], { party, action }: Matter) =>
  given
    .filter((consent) => consent.party === party && consent.action === action)
    .sort((a, b) => a.at - b.at)
    .at(-1);

async function card(
  market: Market,
  visit: Visit,
  person: PersonId,
  name: MatterName,
  standing: Consent<MarketWords> | undefined,
): Promise<Markup> {
  const { words, language } = visit;
  const { choices } = words;
  const question = market.avow.consents.question({ ...matters[name], language });
  return html`<section class="card matter" id="${name}"><h2>${choices.offers[name].title} ${stateMark(visit, standing)}</h2>
<p>${choices.offers[name].lead}</p>
<blockquote>${question}</blockquote>
${await asThingsStand(market, visit, person, name)}
${buttons(visit, name, standing)}
${standing === undefined ? none : html`<p class="quiet small">${choices.digest}: <code>${standing.shown}</code></p>`}</section>`;
}

function stateMark({ words, language }: Visit, standing: Consent<MarketWords> | undefined): Markup {
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

/** What the policy would answer at this moment: asked of the policy, not worked out by the page. */
async function asThingsStand(market: Market, visit: Visit, person: PersonId, name: MatterName) {
  const { party, action, purposes, categories } = matters[name];
  const { permitted, sentence } = await market.avow.preview(action, {
    person,
    purpose: purposes[0],
    categories,
    to: party === 'platform' ? 'person' : { party },
  });
  const { choices } = visit.words;
  const said = permitted ? choices.wouldGive : choices.wouldRefuse;
  return html`<p class="small">${said} ${cite({ sentence, language: visit.language })}</p>`;
}

/** Allow and refuse weigh the same; what was allowed is taken back where it was given. */
function buttons(
  { words, to }: Visit,
  name: MatterName,
  standing: Consent<MarketWords> | undefined,
) {
  const { choices } = words;
  const button = (answer: string, label: string) =>
    html`<div><button class="button button-plain" name="answer" value="${answer}">${label}</button></div>`;
  const state = standing?.state;
  return html`<form class="choice" method="post" action="${to('/mine/choices')}">
<input type="hidden" name="matter" value="${name}">
${
  state === 'given'
    ? html`<input type="hidden" name="consent" value="${standing?.consent ?? ''}">${button('withdraw', choices.withdraw)}`
    : html`${button('allow', choices.allow)}${state === undefined ? button('refuse', choices.refuse) : none}`
}</form>`;
}
