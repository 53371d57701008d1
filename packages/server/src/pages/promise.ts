import {
  findSentence,
  layOutRule,
  type Never,
  type Policy,
  type Proof,
  type Situations,
  sayRule,
} from '@avow/policy';
import type { Context } from 'hono';
import { languageOf } from '../http/serve.ts';
import { because, cite, figures, html, laidOut, type Markup, terms } from '../look/index.ts';
import { show } from './frame.ts';
import { showNotFound } from './not-found.ts';
import { promiseWords } from './promise-words.ts';
import { proofsOf, situationsOf } from './proofs.ts';
import type { Site } from './site.ts';
import { becomes } from './situations.ts';
import { pageWords } from './words.ts';

/** `/policy/promises/{promise}`: one promise of the policy in force, and what its proof went through. */
export async function showPromise(c: Context, site: Site): Promise<Response> {
  const { policy } = site.avow.policy.current();
  const language = languageOf(c, site);
  const main = promiseTold(policy, c.req.param('promise') ?? '', language);
  if (main === undefined) return showNotFound(c, site);
  return show(c, site, { language, title: promiseWords(language).title, main });
}

/** The path of the page that tells of a proof. */
export const promisePath = (promise: string, language: string): string =>
  `/policy/promises/${promise}?lang=${language}`;

/** A promise with its proof, in words; undefined if the policy has none of that name to be proven. */
export function promiseTold(policy: Policy, promise: string, language: string): Markup | undefined {
  const proof = proofsOf(policy).get(promise);
  const all = situationsOf(policy, promise);
  const [, index = ''] = promise.split(':');
  const sentence = proof && findSentence(policy, proof.sentence);
  const rule = sentence?.backings[Number(index)];
  if (proof === undefined || all === undefined || rule?.kind !== 'never') return undefined;
  const words = promiseWords(language);
  return html`<p class="eyebrow">${cite({ sentence: proof.sentence, language })}</p>
<h1>${words.title}</h1>
${promised(rule, policy, language)}${because({ sentence: proof.sentence, text: sentence?.text[language], language })}
${verdict(proof, all, language)}
<h2>${words.examined}</h2><p>${words.examinedLead}</p>${examined(all, policy, language)}
<h2>${words.becomes}</h2>${becomes(all, policy, language)}
<p class="small quiet">${words.computed} <a href="/policy.json">${pageWords(language).asData}</a></p>`;
}

function promised(rule: Never, policy: Policy, language: string): Markup {
  const words = promiseWords(language);
  const { act, condition } = sayRule(rule, policy, language);
  return html`${laidOut({ language, ...layOutRule(rule, policy, language) })}
<details class="formula"><summary>${words.formula}</summary><p class="small">${words.never} ${act}${words.semicolon}${condition}</p></details>`;
}

/** What the proof came to; of a broken promise, the smallest situation in which it is. */
function verdict(proof: Proof, { situations, groups }: Situations, language: string): Markup {
  const words = promiseWords(language);
  const number = (count: number) => count.toLocaleString(language);
  if (proof.kind !== 'broken') {
    return html`<p class="verdict"><strong>${words.proven(number(situations))}</strong></p>`;
  }
  const against = groups
    .filter(({ fate }) => fate === 'broken')
    .reduce((sum, group) => sum + group.situations, 0);
  const isWhole = groups.every(({ fate }) => fate !== 'unsplit');
  const said = isWhole ? words.broken : words.brokenAtLeast;
  return html`<p class="verdict verdict-failed"><strong>${said(number(against), number(situations))}</strong> ${words.smallest} ${proof.counterexample.words[language] ?? ''}</p>`;
}

/** How many places, facts and situations there are, and which. */
function examined(
  { situations, places, words: names, facts }: Situations,
  policy: Policy,
  language: string,
) {
  const words = promiseWords(language);
  const number = (count: number) => count.toLocaleString(language);
  const { vocabulary } = policy;
  const dimensions = ['actions', 'categories', 'purposes', 'recipients'] as const;
  const counts = Object.fromEntries(
    dimensions.map((each) => [each, number(names[each].length)]),
  ) as Record<(typeof dimensions)[number], string>;
  const listed = new Intl.ListFormat(language, { type: 'conjunction' });
  const labels = (of: (typeof dimensions)[number] | 'facts', all: readonly string[]) =>
    listed.format(all.map((name) => vocabulary[of][name]?.label[language] ?? name));
  return html`${figures([
    { value: number(places), of: words.places, more: words.placesOf(counts) },
    { value: number(facts.length), of: words.facts, more: words.factsMore },
    { value: number(situations), of: words.situations, more: words.situationsMore },
  ])}<details><summary>${words.which}</summary>${terms([
    ...dimensions.map((each) => [words.words[each], labels(each, names[each])] as const),
    ...(facts.length === 0 ? [] : [[words.named, labels('facts', facts)] as const]),
  ])}</details>`;
}
