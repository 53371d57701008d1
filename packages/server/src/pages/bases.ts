import type { Words } from '@avow/policy';
import { type Basis, countedAs, type GroundCount } from 'avow';
import type { Context } from 'hono';
import { countWords } from '../few.ts';
import { languageOf } from '../http/serve.ts';
import { day, empty, html, type Markup, moment, month, table, terms } from '../look/index.ts';
import { basesWords } from './bases-words.ts';
import { show } from './frame.ts';
import type { Site } from './site.ts';

/** `/bases`: on what else something is disclosed (3.g), and how often the desk disclosed, by ground. */
export async function showBases(c: Context, site: Site): Promise<Response> {
  const language = languageOf(c, site);
  const words = basesWords(language);
  const { desk } = site.avow;
  const [bases, counts] = await Promise.all([desk.bases.list(), desk.report()]);
  return show(c, site, {
    language,
    title: words.title,
    main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
${bases.length === 0 ? empty(words.none) : bases.map((each) => one(site, each, language))}
<h2>${words.countsTitle}</h2><p>${words.countsLead}</p>
${counts.length === 0 ? empty(words.noCounts) : counted(counts, language)}`,
  });
}

function one({ avow, nameOf }: Site, basis: Basis<Words>, language: string): Markup {
  const words = basesWords(language);
  const { categories } = avow.policy.current().policy.vocabulary;
  const terminated = basis.ended ?? basis.until;
  const now = Date.now();
  const state = terminated <= now ? 'over' : basis.from > now ? 'coming' : 'running';
  const listed = new Intl.ListFormat(language, { type: 'conjunction' });
  const labels: Words['categories'] = categories;
  // One may be older than the vocabulary: a word that is gone is told by its name.
  const covers = basis.categories.map((each) => labels[each]?.label[language] ?? each);
  return html`<section class="card" id="${basis.basis}"><p>${basis.words[language] ?? ''} <span class="mark ${state === 'running' ? 'mark-yes' : ''}">${words.states[state]}</span></p>
${terms([
  [words.what, listed.format(covers)],
  [
    words.parties,
    html`<bdi>${listed.format(basis.parties.map((party) => nameOf(party, language) ?? party))}</bdi>`,
  ],
  [words.published, moment(basis.published, language)],
  [words.from, day(basis.from, language)],
  [words.until, day(basis.until, language)],
  ...(basis.ended === undefined ? [] : [[words.ended, moment(basis.ended, language)] as const]),
])}</section>`;
}

function counted(counts: readonly GroundCount[], language: string): Markup {
  const words = basesWords(language);
  return table({
    caption: words.countsTitle,
    head: [
      words.ground,
      words.month,
      ...countedAs.map((each) => ({ label: words.counted[each], figures: true }) as const),
    ],
    rows: counts.map((each) => [
      words.grounds[each.ground],
      month(Date.parse(`${each.month}-01T00:00Z`), language),
      ...countedAs.map((name) => countWords(each[name], language)),
    ]),
  });
}
