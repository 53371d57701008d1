import { empty, html, type Markup, none, table } from '@avow/server/look';
import { readForm } from '../../web/form.ts';
import { consolePage } from '../../web/frame.ts';
import type { Handle } from '../../web/guard.ts';
import { begun } from '../../web/policy.ts';
import type { Console, Seen, Visit } from '../../web/visit.ts';
import { personNamed } from '../desk/person.ts';
import { findingForm } from '../form/person.ts';
import { type OwnFact, ownFacts } from './facts.ts';

/** The facts that the policy brings along itself, on what terms each is attested, and the way to somebody. */
export const attestations = (): Handle => (c) => show(c);

/** Goes to whom an operator named. What they were named by is in no address. */
export const findingAttested =
  (place: Console): Handle =>
  async (c) => {
    const { person: named } = await readForm(c, ['person']);
    const person = await personNamed(place, named);
    return person === undefined
      ? show(c, named)
      : c.redirect(c.var.visit.to('attested', { person }), 303);
  };

function show(c: Seen, named?: string) {
  const { visit } = c.var;
  const { attestations: said } = visit.words;
  const own = ownFacts(visit);
  const main = html`<h1>${said.title}</h1><p class="lead">${said.lead}</p>
${own.length === 0 ? empty(said.none) : html`${listed(visit, own)}${visit.may('findingAttested') ? findingForm(visit, 'findingAttested', said, named) : none}`}`;
  return c.html(consolePage(visit, said.title, main), named === undefined ? 200 : 422);
}

function listed({ words }: Visit, own: readonly OwnFact[]): Markup {
  const { attestations: said } = words;
  return table({
    caption: said.facts,
    head: [said.fact, said.whoSigns, said.stands, said.about],
    rows: own.map(({ label, signatures, days, recipient }) => [
      begun(label),
      said.signatures(signatures),
      said.days(days),
      recipient ? said.recipient : said.alone,
    ]),
  });
}
