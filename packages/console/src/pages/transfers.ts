import type { Words } from '@avow/policy';
import { day, empty, html, type Markup, none, table } from '@avow/server/look';
import { asPartyId, type Mechanism, type Tally } from 'avow';
import { flowsOf } from '../flows/flows.ts';
import { consolePage } from '../web/frame.ts';
import type { Handle } from '../web/guard.ts';
import { begun, cited, policyWords } from '../web/policy.ts';
import type { AnyAvow, Console, Visit } from '../web/visit.ts';
import { handed, handedTo } from './party/handed.ts';
import { countryName, partyLink, stageOf } from './party/name.ts';

/** On what information leaves a country, what went to other regions, and by which sentences. */
export const transfers =
  ({ avow, now: clock = Date.now }: Console): Handle =>
  async (c) => {
    const { visit } = c.var;
    const { transfers: said } = visit.words;
    const [mechanisms, tallies] = await Promise.all([avow.mechanisms.list(), avow.tallies()]);
    const main = html`<h1>${said.title}</h1><p class="lead">${said.lead}</p>
<h2 id="mechanisms">${said.mechanisms}</h2>${listed(visit, mechanisms, clock())}
<h2 id="regions">${said.regions}</h2>${await regions(visit, avow, mechanisms, clock())}
<h2 id="sentences">${said.sentences}</h2>${sentences(visit, tallies)}`;
    return c.html(consolePage(visit, said.title, main));
  };

function listed(visit: Visit, found: readonly Mechanism<Words>[], now: number): Markup {
  const { words, language } = visit;
  const { transfers: said } = words;
  if (found.length === 0) return empty(said.none);
  const spoken = policyWords(visit);
  return table({
    caption: said.mechanisms,
    head: [said.kind, said.way, said.covers, said.binds, said.standing, said.document],
    rows: found.map((each) => [
      begun(said.kinds[each.kind]),
      way(visit, each),
      html`${begun(spoken.categories(each.categories))}<br><span class="quiet small">${spoken.purposes(each.purposes)}</span>`,
      each.party === undefined ? said.anybody : partyLink(visit, each.party),
      html`${stage(visit, each, now)} <span class="quiet small">${said.from} ${day(each.from, language)}${each.until === undefined ? none : html`, ${said.until} ${day(each.until, language)}`}</span>`,
      html`<code class="id" title="${each.document}">${each.document.slice(0, 12)}…</code>`,
    ]),
  });
}

const way = ({ language }: Visit, { origin, destination }: Mechanism<Words>): string =>
  `${countryName(origin, language)} → ${countryName(destination, language)}`;

function stage({ words }: Visit, each: Mechanism<Words>, now: number): Markup {
  const at = stageOf(each, now);
  return html`<span class="mark ${at === 'running' ? 'mark-yes' : ''}">${words.transfers.stages[at]}</span>`;
}

/** What each other region of the policy was handed and is not closed: counts alone, and on what it may rest. */
async function regions(
  visit: Visit,
  avow: AnyAvow,
  mechanisms: readonly Mechanism<Words>[],
  now: number,
): Promise<Markup> {
  const { words, language } = visit;
  const { transfers: said } = words;
  const all = Object.entries(avow.policy.current().policy.vocabulary.regions);
  const found = await Promise.all(
    all.map(async ([name, { country, label }]) => {
      const party = asPartyId(`region:${name}`);
      return { name, country, label, party, has: await handedTo(avow, party) };
    }),
  );
  const used = found.filter(({ has }) => has.counted > 0);
  if (used.length === 0) return empty(said.regionsNone);
  return html`${used.map(({ name, country, label, party, has }) => {
    const under = mechanisms
      .filter((each) => each.destination === country && stageOf(each, now) === 'running')
      .filter((each) => each.party === undefined || each.party === party)
      .map((each) => said.kinds[each.kind]);
    return html`<h3>${label[language] ?? name}</h3>
<p>${under.length === 0 ? said.underNone : said.under(policyWords(visit).list([...new Set(under)]))}</p>${handed(visit, has)}`;
  })}`;
}

/** Decisions about transfers, by the sentence that made them. */
function sentences(visit: Visit, tallies: readonly Tally[]): Markup {
  const { words, language, place } = visit;
  const { transfers: said } = words;
  const spoken = policyWords(visit);
  const { policy } = place.avow.policy.current();
  const about = flowsOf(policy, tallies, 'all').filter(({ actions }) =>
    actions.includes('transfer'),
  );
  return html`<p>${said.sentencesLead}</p>${table({
    caption: said.sentences,
    head: [
      said.sentence,
      said.text,
      { label: said.permitted, figures: true },
      { label: said.refused, figures: true },
    ],
    rows: about.map(({ sentence, permitted, refused }) => [
      cited(visit, sentence),
      spoken.sentence(sentence) ?? none,
      permitted.toLocaleString(language),
      refused.toLocaleString(language),
    ]),
  })}`;
}
