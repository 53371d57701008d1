import type { Clause, Part, Policy, Sentence } from '@avow/policy';
import type { Tally } from 'avow';
import type { Context } from 'hono';
import { countWords } from '../few.ts';
import { languageOf } from '../http/serve.ts';
import { cite, html, type Markup, none } from '../look/index.ts';
import { backingLine } from './backing.ts';
import { show } from './frame.ts';
import { type Proven, proofsOf } from './proofs.ts';
import type { Site } from './site.ts';
import { unknownFacts } from './unknown-facts.ts';
import { pageWords } from './words.ts';

/** All that the page says of a policy, gathered before it is written. */
interface AtWork {
  readonly policy: Policy;
  readonly language: string;
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly proofs: Proven;
}

/** `/clauses`: each sentence, what stands behind it, and what it has decided so far. */
export async function showClauses(c: Context, site: Site): Promise<Response> {
  const { policy } = site.avow.policy.current();
  const language = languageOf(c, site);
  const words = pageWords(language);
  const tallies = new Map((await site.avow.tallies()).map((tally) => [tally.sentence, tally]));
  const atWork: AtWork = { policy, language, tallies, proofs: proofsOf(policy) };
  return show(c, site, {
    language,
    title: words.clauses,
    main: html`<h1>${words.clauses}</h1>
<p class="lead">${words.clausesLead}</p>
${policy.parts.map((each) => part(each, atWork))}
${unknownFacts(site, policy, language)}`,
  });
}

function part({ id, title, separate }: Part, atWork: AtWork): Markup {
  const clauses = atWork.policy.clauses.filter((each) => each.id.split('.', 1)[0] === id);
  if (clauses.length === 0) return none;
  return html`<section class="part${separate ? ' part-separate' : ''}"><h2>${title[atWork.language]}</h2>
${clauses.map((each) => clause(each, atWork))}</section>
`;
}

const clause = ({ title, sentences }: Clause, atWork: AtWork): Markup =>
  html`<section class="clause"><h3>${title[atWork.language]}</h3>
${sentences.map((each) => sentence(each, atWork))}</section>
`;

function sentence({ id, text, backings }: Sentence, atWork: AtWork): Markup {
  const { policy, language, proofs } = atWork;
  const lines = backings.map((each, index) =>
    backingLine(each, proofs.get(`${id}:${index}`), policy, language),
  );
  return html`<div class="sentence" id="${id}"><span class="sentence-number">${cite({ sentence: id, language })}</span>
<div><p>${text[language]}</p>
<ul class="small">${lines}</ul>
${decided(atWork.tallies.get(id), language)}</div></div>
`;
}

/** What was never decided is left out: a zero says nothing. */
function decided(tally: Tally | undefined, language: string): Markup {
  if (!tally) return none;
  const words = pageWords(language);
  const marks = [
    { count: tally.permitted, kind: 'mark-yes', word: words.permitted },
    { count: tally.refused, kind: 'mark-no', word: words.refused },
  ];
  return html`<p class="small">${marks
    .filter(({ count }) => count > 0)
    .map(
      ({ count, kind, word }) =>
        html`<span class="mark ${kind}">${countWords(count, language)} ${word}</span> `,
    )}</p>`;
}
