import type { Words } from '@avow/policy';
import { day, empty, html, type Markup, moment, none, table, terms } from '@avow/server/look';
import { asImportId, type Import, type Reject } from 'avow';
import { faultPage } from '../../web/fault.ts';
import { consolePage } from '../../web/frame.ts';
import type { Handle } from '../../web/guard.ts';
import { begun, cited, policyWords } from '../../web/policy.ts';
import type { AnyAvow, Console, Visit } from '../../web/visit.ts';
import { paging } from '../paging.ts';
import { partyLink } from '../party/name.ts';
import { isWatched, watching } from '../progress.ts';
import { importMark } from './list.ts';

/** Rejected lines that stand on a page. */
const pageful = 100;

/** One delivery: what it rests on, how far it has come, and each line that did not go in, with the reason. */
export const oneImport =
  ({ avow }: Console): Handle =>
  async (c) => {
    const { visit } = c.var;
    const { words, to, language } = visit;
    const { import: said, imports: all } = words;
    const id = asImportId(c.req.query('import'));
    const found = await avow.imports.get(id);
    if (found === undefined) return faultPage(c, 'notFound');
    const isOpen = found.state === 'open';
    const watched = isWatched(c, isOpen);
    const after = Number(c.req.query('after') ?? 0);
    const rejects = await some(avow, found, after);
    const number = (value: number) => value.toLocaleString(language);
    const spoken = policyWords(visit);
    const next = rejects.length > pageful ? rejects[pageful - 1]?.line : undefined;
    const main = html`<p class="eyebrow"><a href="${to('imports')}">${all.title}</a></p>
<h1>${said.title}</h1>${c.req.query('done') === 'cancelled' ? html`<p class="done" role="status">${words.cancelImport.done}</p>` : none}<p>${importMark(visit, found)}</p>${isOpen ? watching(visit, ['import', { import: id }], watched) : none}
${found.stopped === undefined ? none : html`<p class="verdict verdict-failed"><strong>${all.stopped[found.stopped]}</strong></p>`}
${terms([
  [said.called, html`<code>${found.import}</code>`],
  [said.source, partyLink(visit, found.party)],
  [said.document, html`<code>${found.evidence.document}</code>`],
  [said.purpose, begun(spoken.purpose(found.purpose))],
  [all.begun, moment(found.begun, language)],
  [all.next, number(found.next)],
  [all.kept, number(found.kept)],
  [said.columns, columns(visit, found)],
  ...(found.tellBy === undefined ? [] : [[said.tellBy, day(found.tellBy, language)] as const]),
])}
${found.state === 'open' && visit.may('cancel') ? html`<p class="ways"><a class="button button-plain" href="${to('cancel', { import: id })}">${words.cancelImport.title}</a></p>` : none}
<h2>${said.reasons}</h2>${reasons(visit, found)}
${rejects.length === 0 ? none : html`<h2>${said.rejects}</h2><p>${said.rejectsLead}</p>${lines(visit, rejects.slice(0, pageful))}`}
${paging(visit, {
  first: after > 0 && to('import', { import: id }),
  next: next === undefined ? next : to('import', { import: id, after: String(next) }),
})}`;
    return c.html(consolePage(visit, said.title, main));
  };

/** Rejected lines behind one, one more than a page has. */
async function some(
  { imports }: AnyAvow,
  found: Import<Words>,
  after: number,
): Promise<readonly Reject[]> {
  const rejects: Reject[] = [];
  for await (const each of imports.rejects(found.import, after)) {
    rejects.push(each);
    if (rejects.length > pageful) break;
  }
  return rejects;
}

function columns(visit: Visit, { map, match }: Import<Words>): Markup {
  const { import: said } = visit.words;
  const spoken = policyWords(visit);
  return html`<ul class="values">${Object.entries(map).map(([column, category]) => {
    const is = category === null ? said.leftOut : spoken.category(category);
    return html`<li><code>${column}</code>${visit.words.listed.colon}${category === match ? said.foundBy(is) : is}</li>`;
  })}</ul>`;
}

/** How many lines did not go in, by the reason. */
function reasons({ words, language }: Visit, { rejected }: Import<Words>): Markup {
  const { import: said } = words;
  const found = Object.entries(rejected) as [Reject['code'], number][];
  if (found.length === 0) return empty(said.reasonsNone);
  return table({
    caption: said.reasons,
    head: [said.reason, { label: said.lines, figures: true }],
    rows: found
      .sort(([, a], [, b]) => b - a)
      .map(([code, count]) => [begun(said.codes[code]), count.toLocaleString(language)]),
  });
}

function lines(visit: Visit, rejects: readonly Reject[]): Markup {
  const { words, language } = visit;
  const { import: said, listed } = words;
  return table({
    caption: said.rejects,
    head: [said.line, said.reason, said.column, said.sentence],
    rows: rejects.map(({ line, code, column, sentence }) => [
      line.toLocaleString(language),
      begun(said.codes[code]),
      column === undefined ? listed.none : html`<code>${column}</code>`,
      sentence === undefined ? listed.none : cited(visit, sentence),
    ]),
  });
}
