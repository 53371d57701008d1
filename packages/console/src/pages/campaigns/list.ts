import { day, empty, html, type Markup, none, table } from '@avow/server/look';
import type { Campaign } from 'avow';
import { consolePage } from '../../web/frame.ts';
import type { Handle } from '../../web/guard.ts';
import type { Console, Visit } from '../../web/visit.ts';

/** How many campaigns the page shows, the newest. */
const most = 100;

/** All campaigns, drafts and ended ones too. */
export const campaigns =
  ({ avow }: Console): Handle =>
  async (c) => {
    const { visit } = c.var;
    const { words, to } = visit;
    const { campaigns: said } = words;
    const found = await avow.campaigns.list();
    const main = html`<h1>${said.title}</h1><p class="lead">${said.lead}</p>
${visit.may('draft') ? html`<p><a class="button" href="${to('draft')}">${said.draft}</a></p>` : none}
${found.length === 0 ? empty(said.none) : listed(visit, found.slice(0, most))}
${found.length > most ? html`<p>${said.older(found.length - most)}</p>` : none}`;
    return c.html(consolePage(visit, said.title, main));
  };

function listed(visit: Visit, found: readonly Campaign[]): Markup {
  const { words, language, to } = visit;
  const { campaigns: said } = words;
  return table({
    caption: said.list,
    head: [said.name, said.state, said.goesBy, said.until, said.made],
    rows: found.map((each) => [
      html`<a href="${to('campaign', { campaign: each.campaign })}">${subjectOf(visit, each)}</a>`,
      stateMark(visit, each),
      goesBy(visit, each),
      each.until === undefined ? said.noEnd : lastDay(visit, each.until),
      day(each.made, language),
    ]),
  });
}

/** What it is called: its subject, in the reader's language. */
export function subjectOf({ language }: Visit, { texts }: Campaign): string {
  return (texts[language] ?? Object.values(texts)[0])?.subject ?? '';
}

const marks = {
  draft: 'mark',
  running: 'mark mark-yes',
  paused: 'mark mark-no',
  ended: 'mark',
} as const satisfies Record<Campaign['state'], string>;

export const stateMark = ({ words }: Visit, { state }: Campaign): Markup =>
  html`<span class="${marks[state]}">${words.campaigns.states[state]}</span>`;

/** To whom it goes, in words. */
export function goesBy(visit: Visit, { interest }: Campaign): string {
  const { campaigns: said } = visit.words;
  return interest === undefined ? said.everybody : said.interested(interestName(visit, interest));
}

/** An interest as people read it; one that there is no more by its name. */
export function interestName({ place, language }: Visit, interest: string): string {
  const words = place.avow.interests.words();
  return Object.hasOwn(words, interest) ? (words[interest]?.[language] ?? interest) : interest;
}

/** The last whole day before an end. */
export const lastDay = ({ language }: Visit, until: number): Markup => day(until - 1, language);
