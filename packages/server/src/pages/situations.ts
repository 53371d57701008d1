import type { Fate, Policy, SituationGroup, Situations } from '@avow/policy';
import { cite, html, type Markup, none, table } from '../look/index.ts';
import { promiseWords } from './promise-words.ts';

/** How many cases of one outcome stand on the page: the others are counted. */
const shown = 3;

/** Cases of one outcome, for the same reason. */
interface Outcome extends Pick<SituationGroup, 'fate' | 'sentence'> {
  readonly cases: readonly SituationGroup[];
  readonly situations: number;
}

/** What comes of all situations of a promise: as a bar, and as a table of outcomes with their cases. */
export function becomes(all: Situations, policy: Policy, language: string): Markup {
  const words = promiseWords(language);
  const number = (count: number) => count.toLocaleString(language);
  const outcomes = outcomesOf(all);
  return html`<p>${words.becomesLead}</p>${bar(outcomes, all.situations, language)}
${table({
  caption: words.becomes,
  head: [words.outcome, words.when, { label: words.count, figures: true }],
  rows: outcomes.map((each) => [
    html`<span class="share share-${each.fate}"></span> ${outcome(each, language)}`,
    cases(each, policy, language),
    number(each.situations),
  ]),
})}<p class="small quiet">${words.doubt}</p>`;
}

const order: readonly Fate[] = ['broken', 'refused', 'impossible', 'outside', 'unsplit'];

function outcomesOf({ groups }: Situations): readonly Outcome[] {
  const by = Map.groupBy(groups, ({ fate, sentence }) => `${fate} ${sentence}`);
  return [...by.values()]
    .map((cases) => ({
      ...{ fate: cases[0]!.fate, sentence: cases[0]!.sentence, cases },
      situations: cases.reduce((sum, { situations }) => sum + situations, 0),
    }))
    .sort((a, b) => order.indexOf(a.fate) - order.indexOf(b.fate) || b.situations - a.situations);
}

function outcome({ fate, sentence }: Outcome, language: string): Markup {
  const { fates } = promiseWords(language);
  const by = sentence === undefined ? none : html` ${cite({ sentence, language })}`;
  switch (fate) {
    case 'refused':
      return html`${sentence === undefined ? fates.silence : fates.forbidden}${by}`;
    case 'broken':
      return html`<strong>${fates.broken}</strong>${by}`;
    case 'outside':
    case 'impossible':
    case 'unsplit':
      return html`${fates[fate]}`;
  }
}

/** The largest cases, each by the facts that decide it; what else there is, by its number. */
function cases({ cases: all }: Outcome, { vocabulary }: Policy, language: string): Markup {
  const words = promiseWords(language);
  const number = (count: number) => count.toLocaleString(language);
  const label = (fact: string) => vocabulary.facts[fact]?.label[language] ?? fact;
  const rest = all.slice(shown);
  const left = rest.reduce((sum, { situations }) => sum + situations, 0);
  const fact = (name: string, isSo: boolean) =>
    html`<li><span class="mark ${isSo ? 'mark-yes' : ''}">${isSo ? words.so : words.notSo}</span> ${label(name)}</li>`;
  const one = ({ fate, truths, falsehoods }: SituationGroup) =>
    fate === 'unsplit'
      ? html`<p>${words.unsplit}</p>`
      : truths.length + falsehoods.length === 0
        ? html`<p>${words.always}</p>`
        : html`<ul class="case">${truths.map((name) => fact(name, true))}${falsehoods.map((name) => fact(name, false))}</ul>`;
  return html`<div class="cases">${all.slice(0, shown).map(one)}${rest.length === 0 ? none : html`<p class="quiet">${words.more(number(rest.length), number(left))}</p>`}</div>`;
}

const width = 960;
const height = 28;
/** What is rare is seen all the same. */
const least = 3;

/** All situations side by side, each part as wide as its share. */
function bar(outcomes: readonly Outcome[], all: number, language: string): Markup {
  const words = promiseWords(language);
  const widths = outcomes.map(({ situations }) => Math.max(least, (situations / all) * width));
  const scale = width / widths.reduce((sum, each) => sum + each, 0);
  let x = 0;
  const parts = outcomes.map(({ fate }, at) => {
    const wide = (widths[at] ?? 0) * scale;
    const part = html`<rect class="share-${fate}" x="${x.toFixed(1)}" y="0" width="${Math.max(1, wide - 1.5).toFixed(1)}" height="${height}"/>`;
    x += wide;
    return part;
  });
  return html`<svg class="shares" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-label="${words.picture}">${parts}</svg>
<p class="small quiet">${words.picture}</p>`;
}
