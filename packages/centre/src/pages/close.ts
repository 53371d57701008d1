import { html, type Markup, none } from '@avow/server/look';
import { isAvowFault, type PersonId } from 'avow';
import { faultPage, stranger } from '../web/fault.ts';
import { centrePage } from '../web/frame.ts';
import { type Centre, known, type Seen, type Visit } from '../web/visit.ts';
import { facts, type Handed, isByLaw, second } from './openings.ts';
import { partyName } from './parties.ts';

/** Asks whether the reader means it: what closing does, and what it cannot undo. */
export const close = (centre: Centre) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const handed = await named(centre, person, c);
    if (handed === undefined || isByLaw(handed)) return faultPage(c, 'notFound');
    if (handed.closed !== undefined) return c.html(alreadyPage(visit));
    const { openings: words } = visit.words;
    const name = partyName(visit, handed.party);
    const main = html`<h1>${words.sureTitle(name)}</h1><p class="lead">${words.sureLead(name)}</p>
${facts(visit, handed)}
<p>${words.sureLimits}</p>
<form method="post" action="${visit.to(`/openings/${handed.disclosure}`)}"><div class="actions"><button class="button button-grave">${words.sure}</button>
<a class="button button-plain" href="${visit.to('/openings')}">${words.keep}</a></div></form>`;
    return c.html(centrePage(visit, words.sureTitle(name), main));
  }, stranger);

/** Closes it. When the page says so its key is gone; what was granted before is named, with its end. */
export const closing = (centre: Centre) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const handed = await named(centre, person, c);
    if (handed === undefined || isByLaw(handed)) return faultPage(c, 'notFound');
    if (handed.closed !== undefined) return c.html(alreadyPage(visit));
    const { disclosure, party } = handed;
    try {
      const { running } = await centre.avow.disclosures.close({ person, disclosure });
      return c.html(donePage(visit, partyName(visit, party), running[0]?.until));
    } catch (fault) {
      // Somebody else was first, such as the end of the order.
      if (isAvowFault(fault, 'AVOW_STATE')) return c.html(alreadyPage(visit));
      throw fault;
    }
  }, stranger);

/** The disclosure that the path names, if it is about the reader. */
async function named({ avow }: Centre, person: PersonId, c: Seen): Promise<Handed | undefined> {
  const id = c.req.param('disclosure');
  return (await avow.disclosures.of(person)).find(({ disclosure }) => disclosure === id);
}

function donePage(visit: Visit, name: string, running: number | undefined): Markup {
  const { openings: words } = visit.words;
  const main = html`<h1>${words.done}</h1><p class="lead">${words.doneLead(name)}</p>
${running === undefined ? none : html`<p>${words.runsOut} ${second(running, visit.language)}</p>`}
${back(visit)}`;
  return centrePage(visit, words.done, main);
}

function alreadyPage(visit: Visit): Markup {
  const { openings: words } = visit.words;
  return centrePage(
    visit,
    words.done,
    html`<h1>${words.done}</h1><p class="lead">${words.already}</p>${back(visit)}`,
  );
}

const back = ({ to, words }: Visit) =>
  html`<p><a class="button button-plain" href="${to('/openings')}">${words.openings.back}</a></p>`;
