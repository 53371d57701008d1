import {
  type Backing,
  layOutRule,
  type Policy,
  type Proof,
  type Rule,
  sayRule,
} from '@avow/policy';
import { html, laidOut, type Markup, none } from '../look/index.ts';
import { promisePath } from './promise.ts';
import { promiseWords } from './promise-words.ts';
import { pageWords } from './words.ts';

/** What stands behind a sentence, in a line: its kind, and what it says in the policy's words. */
export function backingLine(
  what: Backing,
  proof: Proof | undefined,
  policy: Policy,
  language: string,
): Markup {
  const words = pageWords(language);
  switch (what.kind) {
    case 'permit':
      return line(words.permits, rule(what, policy, language));
    case 'forbid':
      return line(words.forbids, rule(what, policy, language));
    case 'never':
      return line(
        proof?.kind === 'proven' ? words.promiseProven(proof.situations) : words.promiseBroken,
        proof === undefined
          ? undefined
          : html`<a href="${promisePath(proof.promise, language)}">${promiseWords(language).see}</a>`,
        laidOut({ language, ...layOutRule(what, policy, language) }),
      );
    case 'enforced':
      return line(
        words.promiseEnforced,
        what.text[language] ?? '',
        html`<code>${what.test}</code>`,
      );
    case 'duty':
      return line(words.duty, policy.vocabulary.duties[what.duty]?.label[language] ?? what.duty);
    case 'information':
      return line(words.information);
    case 'rest':
      return line(words.rest);
  }
}

function rule(what: Rule, policy: Policy, language: string): Markup {
  const { act, condition } = sayRule(what, policy, language);
  return html`${act}<br><span class="quiet">${condition}</span>`;
}

const line = (kind: string, said?: Markup | string, more: Markup = none): Markup =>
  html`<li><strong>${kind}</strong>${said === undefined ? none : html` · ${said}`} ${more}</li>`;
