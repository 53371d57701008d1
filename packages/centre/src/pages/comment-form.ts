import { day, faults, field, html, type Markup, none } from '@avow/server/look';
import { isSentBefore } from '@avow/server/mounted';
import { type Announcement, isAvowFault, type PersonId } from 'avow';
import { once } from '../web/form.ts';
import { citing, owing } from '../web/policy.ts';
import type { Visit } from '../web/visit.ts';

/** As much as the library takes. */
const LONGEST = 4_000;

/** What was written into the form, and what is wrong with it. */
export interface Written {
  readonly text: string;
  readonly sentence: string;
  readonly wrong: { readonly said?: string; readonly sentence?: string };
}

export const nothing: Written = { text: '', sentence: '', wrong: {} };

/** What is wrong with a comment that the library did not keep; undefined: the form is none of ours. */
export function wrongBy(
  { words, language }: Visit,
  problem: unknown,
): Written['wrong'] | undefined {
  const { comments: said } = words;
  // Somebody went back and wrote something else: the form shown now is one of its own.
  if (isSentBefore(problem)) return { said: words.fault.sentBefore };
  if (!isAvowFault(problem)) return undefined;
  const { code, field } = problem;
  if (field === 'sentence') return { sentence: said.noSentence };
  if (field === 'text') {
    return { said: said.tooLong(new Intl.NumberFormat(language).format(LONGEST)) };
  }
  if (code === 'AVOW_TOO_MANY') return { said: said.tooMany };
  if (code === 'AVOW_STATE') return { said: said.closed };
  return undefined;
}

/** What is announced, and where to comment on it; `terms`: by which sentences. */
export function commentForm(
  visit: Visit,
  { version, from, summary }: Announcement,
  written: Written,
  terms: Markup,
): Markup {
  const { centre, words, language, to } = visit;
  const { comments: said } = words;
  return html`${wrongs(visit, written)}
<h2>${said.announced}</h2>
<p class="eyebrow">${words.change.from} ${day(from, language)}</p>
<p>${summary[language] ?? ''}</p>
<p><a href="${centre.policy ?? '/policy'}/versions/${version}?lang=${language}">${said.read}</a></p>
${terms}
<form method="post" action="${to('/comments')}">${once()}
<input type="hidden" name="version" value="${version}">
${inputs(visit, written)}
<div class="actions"><button class="button">${said.send}</button></div></form>`;
}

/** By which sentence a comment is taken, and by which one it is answered, before anything is written. */
export async function termsOfComments(visit: Visit, person: PersonId): Promise<Markup> {
  const { centre, words } = visit;
  // Asked of the policy, not worked out by the page: whoever has not accepted reads here what would refuse them.
  const { permitted, sentence } = await centre.avow.preview('collect', {
    ...{ person, purpose: 'rights', categories: ['comment'], to: 'platform' },
  });
  return html`${permitted ? none : html`<p>${words.choices.wouldRefuse}</p>`}${citing(visit, sentence)}
${owing(visit, 'answerComments')}`;
}

/** Nothing is announced: there is no form, but what somebody wrote meanwhile is theirs to take from here. */
export function leftOver(visit: Visit, written: Written): Markup {
  const { comments: said } = visit.words;
  return html`${wrongs(visit, written)}<p>${said.nothingOpen}</p>
${written.text === '' ? none : inputs(visit, written)}`;
}

function wrongs({ language }: Visit, { wrong }: Written): Markup {
  return faults(
    language,
    Object.entries(wrong).map(([name, error]) => ({ name, error })),
  );
}

function inputs({ words }: Visit, { text, sentence, wrong }: Written): Markup {
  const { comments: said } = words;
  return html`${field({ name: 'said', label: said.text, lines: 5, limit: LONGEST, required: true, value: text, error: wrong.said })}
${field({ name: 'sentence', label: said.sentence, hint: said.sentenceHint, limit: 16, value: sentence, error: wrong.sentence })}`;
}
