import type { Words } from '@avow/policy';
import type { Cookies } from 'avow';
import type { Standing, State } from './choice.ts';
import { html, Markup } from './markup.ts';
import { choiceWords } from './words.ts';

/** What the pieces of a page about cookies are made with. */
interface PieceOptions {
  readonly cookies: Pick<Cookies<Words>, 'list' | 'question'>;
  readonly vocabulary: () => Pick<Words, 'purposes'>;
  /** Where forms are sent, and where the page about cookies is: paths. */
  readonly base: string;
  readonly page: string;
}

export type Said = 'accepted' | 'rejected' | 'saved' | 'notKept';

/** The pieces that a page about cookies, or a page with the question first in it, is put together from. */
export function piecesOf({ cookies, vocabulary, base, page }: PieceOptions) {
  const label = (purpose: string, language: string) =>
    vocabulary().purposes[purpose]?.label[language] ?? purpose;
  const question = (purpose: string, language: string) => cookies.question(purpose, language);

  /** A form that answers what was shown, and nothing else. */
  const form = (language: string, asked: readonly Standing[], inside: Markup) =>
    html`<form method="post" action="${base}/choice"><input type="hidden" name="lang" value="${language}">${asked.map(({ purpose }) => html`<input type="hidden" name="purpose" value="${purpose}">`)}${inside}</form>`;

  /** The question in the policy's words, and what each cookie does that waits behind it. */
  function asked(purpose: string, language: string): Markup {
    const labels = cookies
      .list()
      .filter((cookie) => cookie.purpose === purpose)
      .map(
        ({ label: said, listed }) =>
          html`<br><small><code>${listed}</code> ${said[language]}</small>`,
      );
    return html`${question(purpose, language)}${labels}`;
  }

  const button = (answer: string, said: string) =>
    html`<button name="answer" value="${answer}">${said}</button>`;

  /** A box for each purpose, ticked only where the person ticked it before. */
  function each({ standings }: State, language: string, prefix: string): Markup {
    const boxes = standings.map(({ purpose, answer }, at) => {
      const ticked = answer === 'accept' ? new Markup(' checked') : undefined;
      return html`<p class="avow-tick"><input type="checkbox" id="${prefix}${at}" name="allow" value="${purpose}"${ticked}><label for="${prefix}${at}">${asked(purpose, language)}</label></p>`;
    });
    return html`${boxes}`;
  }

  return {
    /** First in a page, while something waits for an answer. Empty when nothing does. */
    banner(state: State, language: string): Markup {
      if (!state.asks) return html``;
      const words = choiceWords(language);
      const open = state.standings.filter(({ answer }) => answer === undefined);
      return html`<section class="avow-cookies" data-avow="ask" aria-label="${words.title}">
<p><strong>${words.title}</strong><br>${words.lead}</p>
<ul>${open.map(({ purpose }) => html`<li>${asked(purpose, language)}</li>`)}</ul>
${form(language, open, html`<div class="avow-ways">${button('accept', words.accept)}${button('reject', words.reject)}<a href="${page}?lang=${language}" data-avow="each">${words.each}</a></div>`)}
<dialog aria-label="${words.each}">
${form(language, state.standings, html`<p><strong>${words.each}</strong></p>${each(state, language, 'avow-ask-')}<div class="avow-ways">${button('choose', words.save)}<button value="close" formmethod="dialog" formnovalidate>${words.close}</button></div>`)}
</dialog>
</section>`;
    },

    /** What the browser says, what the person said, and the forms to say otherwise. */
    choice(state: State, language: string): Markup {
      const words = choiceWords(language);
      const { standings, signals } = state;
      const isAllowed = standings.some((standing) => standing.isAllowed);
      const told = signals ? (isAllowed ? words.overSignal : words.signalled) : words.noSignal;
      return html`<section class="avow-choice" data-avow="choice" aria-label="${words.yours}"><h2>${words.yours}</h2>
<p>${told}</p>
<ul>${standings.map((standing) => html`<li>${asked(standing.purpose, language)}<br><strong>${standingSaid(standing, language)}</strong></li>`)}</ul>
${form(language, standings, html`<div class="avow-ways">${isAllowed ? button('reject', words.withdraw) : html`${button('accept', words.accept)}${button('reject', words.reject)}`}</div>`)}
${standings.length < 2 ? undefined : html`<h3>${words.each}</h3>${form(language, standings, html`${each(state, language, 'avow-choice-')}<div class="avow-ways">${button('choose', words.save)}</div>`)}`}
<p>${words.needed}</p></section>`;
    },

    /** The register: every cookie with its name, purpose, life and who sets it. */
    register(language: string): Markup {
      const words = choiceWords(language);
      const cell = (head: string, said: Markup | string) =>
        html`<td data-head="${head}"><span>${said}</span></td>`;
      return html`<table class="table avow-register"><caption>${words.table}</caption>
<thead><tr>${[words.name, words.purpose, words.life, words.who].map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${cookies
        .list()
        .map(
          (cookie) =>
            html`<tr><th scope="row"><code>${cookie.listed}</code></th>${cell(words.purpose, html`${cookie.label[language]}<br><small>${label(cookie.purpose, language)}</small>`)}${cell(words.life, cookie.days === undefined ? words.session : words.days(cookie.days))}${cell(words.who, cookie.by === 'platform' ? words.platform : cookie.by)}</tr>`,
        )}</tbody></table>`;
    },

    /** What came of an answer, for those who hear the page too. */
    said(said: Said | undefined, language: string): Markup {
      if (said === undefined) return html``;
      return html`<p class="avow-said" role="status">${choiceWords(language)[said]}</p>`;
    },
  };
}

export type Pieces = ReturnType<typeof piecesOf>;

function standingSaid({ answer, isAllowed }: Standing, language: string): string {
  const words = choiceWords(language);
  if (isAllowed) return words.allowed;
  return answer === 'reject' ? words.refused : words.waiting;
}
