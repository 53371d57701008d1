import { day, empty, html, type Markup, none } from '@avow/server/look';
import { asCommentId, type OwnComment, type PersonId, type PolicyDigest } from 'avow';
import { faultPage, stranger } from '../web/fault.ts';
import { keyOf, readForm } from '../web/form.ts';
import { centrePage } from '../web/frame.ts';
import { answered } from '../web/policy.ts';
import { type Centre, known, type Seen, type Visit } from '../web/visit.ts';
import {
  commentForm,
  leftOver,
  nothing,
  termsOfComments,
  type Written,
  wrongBy,
} from './comment-form.ts';

/** Whether the policy has a word for comments: one that has none takes none, and nothing leads here. */
export const takesComments = ({ avow }: Centre): boolean => avow.comments.areTaken();

/** A form for a comment on what is announced, and the reader's own comments. */
export const comments = () => known((c, person) => show(c, person), stranger);

/** One comment: kept, or said why not, with all that was written. */
export const commenting = (centre: Centre) =>
  known(async (c, person) => {
    const { comments: said } = c.var.visit.words;
    const form = await readForm(c, ['said', 'sentence', 'version', 'once']);
    // A browser sends two characters for each end of a line, which nobody counted as they wrote.
    const text = form.said.replaceAll('\r\n', '\n');
    const { sentence } = form;
    const version = form.version as PolicyDigest;
    const written = { text, sentence, wrong: {} };
    if (text === '')
      return show(c, person, { written: { ...written, wrong: { said: said.empty } } });
    try {
      const decided = await centre.avow.comments.add({
        ...{ person, version, text, ...keyOf(form) },
        ...(sentence === '' ? {} : { sentence }),
      });
      const title = decided.permitted ? said.kept : said.refused;
      return show(c, person, {
        written: decided.permitted ? nothing : written,
        outcome: answered(c.var.visit, decided, { title }),
      });
    } catch (problem) {
      const wrong = wrongBy(c.var.visit, problem);
      if (wrong === undefined) throw problem;
      return show(c, person, { written: { ...written, wrong } });
    }
  }, stranger);

/** Takes one back. What is somebody else's, or was taken back before, stays as it is, and the page says how. */
export const takingBack = (centre: Centre) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const { comment } = await readForm(c, ['comment']);
    if (comment === '') return faultPage(c, 'bad');
    const decided = await centre.avow.comments.takeBack({ person, comment: asCommentId(comment) });
    if (decided === undefined || decided.permitted) return c.redirect(visit.to('/comments'), 303);
    const title = visit.words.comments.notTakenBack;
    return show(c, person, { outcome: answered(visit, decided, { title }) });
  }, stranger);

interface Shown {
  readonly written?: Written;
  readonly outcome?: Markup;
}

async function show(
  c: Seen,
  person: PersonId,
  { written = nothing, outcome = none }: Shown = {},
): Promise<Response> {
  const { visit } = c.var;
  const { comments: said } = visit.words;
  const main = html`<h1>${said.title}</h1>
${takesComments(visit.centre) ? await formAndOwn(visit, person, { written, outcome }) : html`<p class="lead">${said.none}</p>`}`;
  const isWrong = Object.keys(written.wrong).length > 0;
  return c.html(centrePage(visit, said.title, main), isWrong ? 422 : 200);
}

async function formAndOwn(
  visit: Visit,
  person: PersonId,
  { written, outcome }: Required<Shown>,
): Promise<Markup> {
  const { centre, words } = visit;
  const { comments: said } = words;
  const announcements = await centre.avow.policy.announcements();
  const open = announcements.find(({ state }) => state === 'coming');
  // What was just answered cites its sentence itself.
  const terms = outcome === none ? await termsOfComments(visit, person) : none;
  const own = await centre.avow.comments.own(person);
  const isNone = own.permitted && own.value.comments.length === 0;
  return html`<p class="lead">${said.lead}</p>
${outcome}
${open === undefined ? leftOver(visit, written) : commentForm(visit, open, written, terms)}
<h2>${said.own}</h2>
${own.permitted ? list(visit, own.value.comments) : none}
${isNone ? none : answered(visit, own, { title: own.permitted ? words.held.shownYou : words.held.refused })}`;
}

function list(visit: Visit, own: readonly OwnComment[]): Markup {
  const { comments: said } = visit.words;
  if (own.length === 0) return empty(said.ownNone);
  return html`<ul class="plain">${own.map((each) => item(visit, each))}</ul>`;
}

function item({ centre, words, language, to }: Visit, own: OwnComment): Markup {
  const { comments: said } = words;
  const { comment, version, sentence, text, at } = own;
  const change = `${centre.policy ?? '/policy'}/versions/${version}?lang=${language}`;
  const id = `comment-${comment}`;
  return html`<li><p class="quiet small"><a href="${change}">${sentence ?? said.whole}</a> · ${day(at, language)}</p>
<p class="letter" id="${id}">${text}</p>
<form method="post" action="${to('/comments/back')}"><input type="hidden" name="comment" value="${comment}"><button class="button button-plain button-small" aria-describedby="${id}">${said.takeBack}</button></form></li>`;
}
