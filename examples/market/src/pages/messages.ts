import { day, empty, html, type Markup, moment, none } from '@avow/server/look';
import type { CentreNotice } from 'avow';
import type { Market } from '../market.ts';
import { known } from '../web/login.ts';
import { ownPage } from '../web/own.ts';
import type { Visit } from '../web/visit.ts';

/** What the reader must be told. That it was shown is written down before it is. */
export const messages = (market: Market) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const { news } = visit.words;
    const { notices } = market.avow;
    const found = await notices.of(person);
    for (const { version, revision, shown } of found) {
      if (shown === undefined) await notices.shown({ person, version, revision });
    }
    c.header('Cache-Control', 'no-store');
    const list =
      found.length === 0
        ? empty(news.none)
        : html`<ul class="plain">${found.map((notice) => message(visit, notice))}</ul>`;
    const main = html`<h1>${news.title}</h1><p class="lead">${news.lead}</p>${list}`;
    return c.html(ownPage(visit, news.title, main));
  });

function message({ words, language, to }: Visit, notice: CentreNotice): Markup {
  const { news } = words;
  const { version, about, from, summary, shown, major } = notice;
  const links = [
    html`<a href="/policy/versions/${version}?lang=${language}">${news.read}</a>`,
    ...(about === 'withdrawn'
      ? []
      : [
          ...(major ? [html`<a href="${to('/mine/change')}">${news.answer}</a>`] : []),
          html`<a href="${to('/mine/comments')}">${news.comment}</a>`,
          html`<a href="${to('/mine/leave')}">${news.leave}</a>`,
        ]),
  ];
  return html`<li><p><strong>${news.about[about]} ${day(from, language)}</strong>${
    shown === undefined ? html` <span class="mark mark-yes">${news.isNew}</span>` : none
  }</p>
<p>${summary[language] ?? ''}</p>
<p class="ways">${links}</p>
${shown === undefined ? none : html`<p class="quiet small">${news.shownFirst} ${moment(shown, language)}</p>`}</li>`;
}
