import { empty, html, type Markup, moment, table } from '@avow/server/look';
import type { DecisionsPage } from 'avow';
import { begun, cited, policyWords } from '../../web/policy.ts';
import type { Visit } from '../../web/visit.ts';
import { paging } from '../paging.ts';
import type { Narrowed } from './one.ts';

/** Entries of the log, newest first: each by its number, to the hour. They name nobody. */
export function entries(
  visit: Visit,
  { decisions, next }: DecisionsPage,
  narrowed: Narrowed,
  isLater: boolean,
): Markup {
  const { words, language, to } = visit;
  const { flow: said, listed } = words;
  const spoken = policyWords(visit);
  const shown = table({
    caption: said.entries,
    head: [said.number, said.hour, said.act, said.information, said.recipient, said.decision],
    rows: decisions.map((each) => [
      html`<a href="${to('entry', { index: String(each.index) })}">${each.index.toLocaleString(language)}</a>`,
      moment(Date.parse(each.hour), language),
      begun(spoken.action(each.action)),
      each.categories.length === 0 ? listed.none : begun(spoken.categories(each.categories)),
      begun(spoken.recipient(each.recipient)),
      html`<span class="mark ${each.permitted ? 'mark-yes' : 'mark-no'}">${each.permitted ? said.permitted : said.refused}</span> ${each.sentences.map((sentence) => html`${cited(visit, sentence)} `)}`,
    ]),
  });
  return html`<p>${said.entriesLead}</p>
${decisions.length > 0 ? shown : empty(next === undefined ? said.entriesNone : said.entriesNotHere)}
${paging(visit, {
  first: isLater && `${to('flow', { ...narrowed })}#entries`,
  next: next === undefined ? next : `${to('flow', { ...narrowed, before: String(next) })}#entries`,
})}`;
}
