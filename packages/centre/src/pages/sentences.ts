import { render, sentencesOf } from '@avow/policy';
import { empty, html, type Markup, none, raw } from '@avow/server/look';
import type { HistoryPage } from 'avow';
import { stranger } from '../web/fault.ts';
import { centrePage } from '../web/frame.ts';
import { answered } from '../web/policy.ts';
import { type Centre, known, type Visit } from '../web/visit.ts';
import { query } from './filter.ts';

/** How many lines of the history are counted: as many as one look shows. */
const most = 1_000;

interface Did {
  permitted: number;
  refused: number;
}

/**
 * The policy in force, and beside each sentence what it decided about the reader. To count is to look at
 * their history, so it is decided and recorded as that look.
 */
export const sentences = (centre: Centre) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const { words } = visit;
    const decided = await centre.avow.history({ person, limit: most });
    const main = html`<h1>${words.sentences.title}</h1>
<p class="lead">${words.sentences.lead}</p>
${decided.permitted ? document(visit, decided.value) : none}
${answered(visit, decided, { title: decided.permitted ? words.held.shownYou : words.held.refused })}`;
    return c.html(centrePage(visit, words.sentences.title, main));
  }, stranger);

function document(visit: Visit, { happened, next }: HistoryPage): Markup {
  const { centre, words, language } = visit;
  const { policy } = centre.avow.policy.current();
  const done = new Map<string, Did>();
  for (const { what } of happened) {
    if (what.kind !== 'decision') continue;
    const did = done.get(what.sentence) ?? { permitted: 0, refused: 0 };
    did[what.permitted ? 'permitted' : 'refused'] += 1;
    done.set(what.sentence, did);
  }
  const counted = happened.length.toLocaleString(language);
  const beside = (id: string): string => {
    const did = done.get(id);
    return did === undefined ? '' : String(told(visit, id, did));
  };
  // What laws say of the sentences stands where the policy is published.
  const text = render(policy, { language, format: 'html', profiles: [], beside });
  return html`<p class="quiet small">${next === undefined ? words.sentences.all(counted) : words.sentences.since(counted)}</p>
${acted(visit, done)}
${raw(text)}`;
}

/** At the top: those that did something, in the order of the policy, each the way to its place on this page. */
function acted({ centre, words, language }: Visit, done: ReadonlyMap<string, Did>): Markup {
  const found = sentencesOf(centre.avow.policy.current().policy).filter(({ id }) => done.has(id));
  if (found.length === 0) return empty(words.sentences.none);
  const number = ({ permitted, refused }: Did) => (permitted + refused).toLocaleString(language);
  return html`<nav aria-label="${words.sentences.acted}"><p><strong>${words.sentences.acted}</strong></p><ul class="acts">${found.map(
    ({ id }) =>
      html`<li><a class="cite" href="#${id}">${id}</a> × ${number(done.get(id) ?? { permitted: 0, refused: 0 })}</li>`,
  )}</ul></nav>`;
}

/** How often one sentence permitted and refused, as the way to those decisions. */
function told({ words, language, to }: Visit, sentence: string, did: Did): Markup {
  const { sentences: said, openings } = words;
  const number = (count: number) => count.toLocaleString(language);
  const counts = [
    ...(did.permitted > 0 ? [said.permitted(number(did.permitted))] : []),
    ...(did.refused > 0 ? [said.refused(number(did.refused))] : []),
  ].join(openings.comma);
  const href = to(`/history${query({ only: { sentence }, own: true })}`);
  return html`<div class="sentence-beside"><p><a href="${href}" aria-label="${said.which(counts, sentence)}"><strong>${counts}</strong></a></p></div>`;
}
