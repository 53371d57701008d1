import { html, type Markup, none } from '@avow/server/look';
import { type LinesWanted, lineKinds } from 'avow';
import { policyWords } from '../web/policy.ts';
import type { Visit } from '../web/visit.ts';
import { begun } from './correct.ts';
import { partyName } from './parties.ts';

/** Which lines of the timeline a page shows. */
export interface Narrowed {
  readonly only: LinesWanted;
  /** Whether the reader's own looks are among them. */
  readonly own: boolean;
}

/** The same as a query; empty if nothing is asked. */
export function query({
  only: { category, party, kind, recipient, sentence },
  own,
  before,
}: Narrowed & { readonly before?: string | undefined }): string {
  const said = new URLSearchParams();
  for (const [name, value] of Object.entries({
    ...{ category, party, kind, recipient, sentence, before },
  })) {
    if (value !== undefined) said.set(name, value);
  }
  if (own) said.set('own', 'yes');
  return said.size === 0 ? '' : `?${said}`;
}

/** The form that narrows the timeline: a plain one, by GET, so that what it shows can be linked to. */
export function filterForm(visit: Visit, { only, own }: Narrowed): Markup {
  const { words, language, to, centre, reader } = visit;
  const { filter } = words;
  const { categories } = centre.avow.policy.current().policy.vocabulary;
  const spoken = policyWords(visit);
  const branches = Object.keys(categories).filter((name) => !name.includes('.'));
  const below = (branch: string) =>
    Object.keys(categories).filter((name) => name.startsWith(`${branch}.`));
  const offered = branches.flatMap((branch) => [branch, ...below(branch)]);
  const option = (value: string, label: string, chosen: string | undefined) =>
    html`<option value="${value}"${value === (chosen ?? '') ? html` selected` : none}>${label}</option>`;
  const depth = (name: string) => '\u2003'.repeat(name.split('.').length - 1);
  const carried =
    reader?.language === undefined
      ? html`<input type="hidden" name="lang" value="${language}">`
      : none;
  const isNarrow = Object.keys(only).length > 0;
  return html`<form class="filter" method="get" action="${to('/history')}" aria-label="${filter.title}">
<div class="field"><label for="category">${filter.category}</label><select id="category" name="category">${option('', filter.anyCategory, only.category)}${offered.map((name) => option(name, `${depth(name)}${begun(spoken.category(name))}`, only.category))}</select></div>
<div class="field"><label for="kind">${filter.kind}</label><select id="kind" name="kind">${option('', filter.anyKind, only.kind)}${lineKinds.map((kind) => option(kind, begun(filter.kinds[kind]), only.kind))}</select></div>
${only.party === undefined ? none : html`<div class="tick"><input type="checkbox" id="party" name="party" value="${only.party}" checked><label for="party">${filter.onlyParty(partyName(visit, only.party))}</label></div>`}
${only.recipient === undefined ? none : html`<div class="tick"><input type="checkbox" id="recipient" name="recipient" value="${only.recipient}" checked><label for="recipient">${filter.onlyRecipient(spoken.recipient(only.recipient))}</label></div>`}
${only.sentence === undefined ? none : html`<div class="tick"><input type="checkbox" id="sentence" name="sentence" value="${only.sentence}" checked><label for="sentence">${filter.onlySentence(only.sentence)}</label></div>`}
${own ? html`<input type="hidden" name="own" value="yes">` : none}${carried}
<div class="filter-act"><button class="button button-plain">${filter.apply}</button>${isNarrow ? html`<a href="${to(`/history${query({ only: {}, own })}`)}">${filter.clear}</a>` : none}</div></form>`;
}
