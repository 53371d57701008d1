import { faults, field, html, languageName, type Markup, none } from '@avow/server/look';
import type { Campaign } from 'avow';
import { once } from '../../web/form.ts';
import { begun, policyWords } from '../../web/policy.ts';
import type { Visit } from '../../web/visit.ts';
import { choice } from '../form/choice.ts';
import { date } from '../form/date.ts';
import type { Entered } from './entered.ts';
import { interestName } from './list.ts';
import type { Wrong } from './wrong.ts';

/** What a campaign for our own products is made of. Its purpose is said and not asked: there is only this one. */
export function draftForm(
  visit: Visit,
  entered: Entered,
  campaign: Campaign['campaign'] | undefined,
  wrong: Wrong = {},
): Markup {
  const { words, language, to, place } = visit;
  const { draft: said, campaign: about, campaigns } = words;
  const { languages } = place.avow.policy.current().policy.vocabulary;
  const purpose = begun(policyWords(visit).purpose('marketing.own'));
  const found = Object.entries(wrong).map(([name, error]) => ({ name, error }));
  return html`<p class="eyebrow"><a href="${to('campaigns')}">${campaigns.title}</a></p>
<h1>${campaign === undefined ? said.title : said.change}</h1><p class="lead">${said.lead}</p>
<dl class="terms"><dt>${about.purpose}</dt><dd>${about.purposeNote(purpose)}</dd></dl>
<p>${said.fields}</p>
${faults(language, found)}
<form method="post" action="${to('drafting')}" novalidate>${once()}<input type="hidden" name="campaign" value="${campaign ?? ''}">
${languages.map((each) => texts(visit, each, entered, wrong))}
${interests(visit, entered.interest, wrong['interest'])}
${until(visit, entered.until, wrong['until'])}
<div class="actions"><button class="button">${said.button}</button><a class="button button-plain" href="${campaign === undefined ? to('campaigns') : to('campaign', { campaign })}">${words.listed.cancel}</a></div></form>`;
}

function texts({ words }: Visit, language: string, entered: Entered, wrong: Wrong): Markup {
  const { draft: said } = words;
  const name = languageName(language);
  const { subject = '', text = '' } = entered.texts[language] ?? {};
  return html`${field({
    name: `subject-${language}`,
    label: said.subject(name),
    hint: said.subjectHint,
    error: wrong[`subject-${language}`],
    ...{ value: subject, limit: 200, required: true, autocomplete: 'off' },
  })}${field({
    name: `text-${language}`,
    label: said.text(name),
    hint: said.textHint,
    error: wrong[`text-${language}`],
    ...{ value: text, limit: 10_000, required: true, lines: 6, autocomplete: 'off' },
  })}`;
}

function interests(visit: Visit, chosen: string, error: string | undefined): Markup {
  const { interest: label, interestHint: hint, interestNone: unchosen } = visit.words.draft;
  const names = Object.keys(visit.place.avow.interests.words());
  const options = names.map((name) => [name, interestName(visit, name)] as const);
  if (names.length === 0) return none;
  return choice({ name: 'interest', label, hint, unchosen, options, chosen, error });
}

function until({ words }: Visit, value: string, error: string | undefined): Markup {
  const { until: label, untilHint: hint } = words.draft;
  return html`<div class="dates">${date({ name: 'until', label, hint, value, error })}</div>`;
}
