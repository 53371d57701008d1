import { day, empty, faults, field, html, type Markup, none } from '@avow/server/look';
import {
  type Announcement,
  asCommentId,
  isAvowFault,
  type OwnComment,
  type PersonId,
  type PolicyDigest,
} from 'avow';
import type { Market } from '../market.ts';
import { faultPage } from '../web/fault.ts';
import { readForm } from '../web/form.ts';
import { known } from '../web/login.ts';
import { ownPage } from '../web/own.ts';
import { answered, citing } from '../web/policy.ts';
import type { Visit } from '../web/visit.ts';

/** Less than the library takes: percent-encoded, it has to fit into a form of this market. */
const LONGEST = 1_500;

/** What was written into the form, and what is wrong with it. */
interface Written {
  readonly text: string;
  readonly sentence: string;
  readonly errors: { readonly said?: string; readonly sentence?: string };
}

const nothing: Written = { text: '', sentence: '', errors: {} };

/** A form for a comment on what is announced, and the reader's own comments. */
export const comments = (market: Market) =>
  known(async (c, person) => {
    const { visit } = c.var;
    c.header('Cache-Control', 'no-store');
    const main = await page(market, visit, person, { written: nothing });
    return c.html(ownPage(visit, visit.words.news.comments, main));
  });

export const commenting = (market: Market) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const { news } = visit.words;
    const { said: text, sentence, version } = await readForm(c, ['said', 'sentence', 'version']);
    c.header('Cache-Control', 'no-store');
    const again = async (errors: Written['errors']) => {
      const main = await page(market, visit, person, { written: { text, sentence, errors } });
      return c.html(ownPage(visit, news.comments, main), 422);
    };
    if (text === '') return again({ said: news.empty });
    if (text.length > LONGEST) return faultPage(c, 'bad');
    try {
      const decided = await market.avow.comments.add({
        ...{ person, version: version as PolicyDigest, text },
        ...(sentence === '' ? {} : { sentence }),
      });
      const title = decided.permitted ? news.kept : news.refused;
      const outcome = answered(market, visit, decided, { title });
      const written = decided.permitted ? nothing : { text, sentence, errors: {} };
      const main = await page(market, visit, person, { written, outcome });
      return c.html(ownPage(visit, title, main));
    } catch (problem) {
      if (!isAvowFault(problem)) throw problem;
      if (problem.field === 'sentence') return again({ sentence: news.noSentence });
      if (problem.code === 'AVOW_TOO_MANY') return again({ said: news.tooMany });
      if (problem.code === 'AVOW_STATE') return again({ said: news.closed });
      return faultPage(c, 'bad');
    }
  });

export const takingBack = (market: Market) =>
  known(async (c, person) => {
    const { comment } = await readForm(c, ['comment']);
    if (comment === '') return faultPage(c, 'bad');
    await market.avow.comments.takeBack({ person, comment: asCommentId(comment) });
    return c.redirect(c.var.visit.to('/mine/comments'), 303);
  });

async function page(
  market: Market,
  visit: Visit,
  person: PersonId,
  { written, outcome = none }: { readonly written: Written; readonly outcome?: Markup },
): Promise<Markup> {
  const { news } = visit.words;
  const announcements = await market.avow.policy.announcements();
  const open = announcements.find(({ state }) => state === 'coming');
  const own = await market.avow.comments.own(person);
  return html`<h1>${news.comments}</h1><p class="lead">${news.commentsLead}</p>
${outcome}
${open === undefined ? html`<p>${news.nothingOpen}</p>` : form(market, visit, open, written)}
<h2>${news.own}</h2>
${own.permitted ? list(visit, own.value.comments) : answered(market, visit, own, {})}`;
}

function form(market: Market, visit: Visit, open: Announcement, written: Written): Markup {
  const { words, language, to } = visit;
  const { news } = words;
  const { text, sentence, errors } = written;
  const wrong = Object.entries(errors).map(([name, error]) => ({ name, error }));
  return html`${faults(language, wrong)}
<p>${news.about.announced} ${day(open.from, language)}. <a href="/policy/versions/${open.version}?lang=${language}">${news.read}</a></p>
<p>${open.summary[language] ?? ''}</p>
${citing(market, visit, '7.b.4')}
<form method="post" action="${to('/mine/comments')}">
<input type="hidden" name="version" value="${open.version}">
${field({ name: 'said', label: news.text, lines: 5, limit: LONGEST, required: true, value: text, error: errors.said })}
${field({ name: 'sentence', label: news.sentence, hint: news.sentenceHint, limit: 16, value: sentence, error: errors.sentence })}
<div class="actions"><button class="button">${news.send}</button></div></form>`;
}

function list({ words, language, to }: Visit, own: readonly OwnComment[]): Markup {
  const { news } = words;
  if (own.length === 0) return empty(news.ownNone);
  return html`<ul class="plain">${own.map(
    ({
      comment,
      text,
      sentence,
      at,
    }) => html`<li><p class="quiet small">${sentence ?? news.whole} · ${day(at, language)}</p>
<p>${text}</p>
<form method="post" action="${to('/mine/comments/back')}"><input type="hidden" name="comment" value="${comment}"><button class="button button-plain">${news.takeBack}</button></form></li>`,
  )}</ul>`;
}
