import type { Words } from '@avow/policy';
import { empty, html, type Markup, moment, none, terms } from '@avow/server/look';
import type { Told } from 'avow';
import { stranger } from '../web/fault.ts';
import { centrePage } from '../web/frame.ts';
import { policyWords } from '../web/policy.ts';
import { type Centre, known, type Visit } from '../web/visit.ts';
import { begun } from './correct.ts';
import { partyName } from './parties.ts';

/**
 * What was disclosed of the reader because law, a violation, a dispute or a published basis asked for it. What a bar
 * of law keeps back is not among it until the bar ends, and then says so.
 */
export const told = (centre: Centre) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const { told: said } = visit.words;
    const all = await centre.avow.desk.told(person);
    const main = html`<h1>${said.title}</h1><p class="lead">${said.lead}</p>
${all.length === 0 ? empty(said.none) : all.map((each) => card(visit, each))}
<p><a href="${visit.to('/history')}">${said.timeline}</a></p>`;
    return c.html(centrePage(visit, said.title, main));
  }, stranger);

function card(visit: Visit, each: Told<Words>): Markup {
  const { words, language, to } = visit;
  const { told: said } = words;
  const { to: recipient, categories, disclosed, told: when, ground } = each;
  const party = recipient && ('party' in recipient ? recipient.party : recipient.user);
  const wasBarred = when > disclosed;
  return html`<section class="card"><h2>${said.grounds[ground]}</h2>${terms([
    [said.what, begun(policyWords(visit).categories(categories))],
    [
      said.who,
      party === undefined
        ? said.gone
        : html`<a href="${to(`/history?${new URLSearchParams({ party })}`)}">${partyName(visit, party)}</a>`,
    ],
    [said.disclosed, moment(disclosed, language)],
    [said.told, moment(when, language)],
  ])}${wasBarred ? html`<p class="quiet">${said.barred}</p>` : none}</section>`;
}
