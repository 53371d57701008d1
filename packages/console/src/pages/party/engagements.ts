import type { Words } from '@avow/policy';
import { empty, html, type Markup, moment, none, terms } from '@avow/server/look';
import type { Engagement, Party } from 'avow';
import { begun, policyWords } from '../../web/policy.ts';
import type { Visit } from '../../web/visit.ts';
import { countryName, stageOf, togetherWith } from './name.ts';

const marks = {
  running: 'mark mark-yes',
  coming: 'mark',
  over: 'mark',
  endedState: 'mark mark-no',
} as const satisfies Record<ReturnType<typeof stageOf>, string>;

/** What was agreed with a party, each engagement in words, with the way to end it beside it. */
export function engagements(visit: Visit, party: Party<Words>, now: number): Markup {
  const { words, to } = visit;
  const list = party.engagements;
  return html`<h2 id="engagements">${words.party.engagements}</h2>
${list.length === 0 ? empty(words.party.noEngagements) : list.map((each) => engagement(visit, each, now))}
${visit.may('engage') ? html`<p><a class="button button-plain" href="${to('engage', { party: party.party })}">${words.party.engageAgain}</a></p>` : none}`;
}

/** One engagement: also what is shown before it is ended, and after. */
export function engagement(visit: Visit, each: Engagement<Words>, now: number): Markup {
  const { words, to } = visit;
  const { party: said } = words;
  const stage = stageOf(each, now);
  const as = policyWords(visit).recipient(each.as);
  const ways =
    each.ended === undefined && visit.may('end')
      ? html`<p class="card-act"><a href="${to('end', { party: each.party, engagement: each.engagement })}" aria-label="${said.endOf(as)}">${said.end}</a></p>`
      : none;
  return html`<section class="card engagement"><h3>${begun(as)} <span class="${marks[stage]}">${said[stage]}</span></h3>
${told(visit, each)}${ways}</section>`;
}

/** The terms of an engagement. */
export function told(visit: Visit, each: Engagement<Words>): Markup {
  const { words, language } = visit;
  const { party: said } = words;
  const spoken = policyWords(visit);
  const who = togetherWith(visit, each);
  const service = each.service?.[language] ?? Object.values(each.service ?? {})[0];
  return terms([
    ...(service === undefined ? [] : [[said.service, service] as const]),
    [said.purposes, begun(spoken.purposes(each.purposes))],
    [said.categories, begun(spoken.categories(each.categories))],
    [said.country, countryName(each.country, language)],
    [said.serves, who === undefined ? said.alone : said.together(who)],
    ...(each.means === undefined ? [] : [[said.means, each.means] as const]),
    [said.from, moment(each.from, language)],
    [said.until, each.until === undefined ? said.open : moment(each.until, language)],
    ...(each.ended === undefined ? [] : [[said.ended, moment(each.ended, language)] as const]),
  ]);
}
