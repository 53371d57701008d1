import type { Words } from '@avow/policy';
import { day, html, type Markup, terms } from '@avow/server/look';
import { asBasisId, type Basis, type ProposedBasis } from 'avow';
import { begun, policyWords } from '../../../web/policy.ts';
import type { AnyAvow, Visit } from '../../../web/visit.ts';
import { partyName } from '../../party/name.ts';

/** A basis, published or only proposed. */
export async function basisNamed(
  { desk }: AnyAvow,
  named: string | undefined,
): Promise<Basis<Words> | ProposedBasis<Words> | undefined> {
  if (named === undefined || named === '') return undefined;
  const id = asBasisId(named);
  const proposed = (await desk.bases.proposals()).find(({ basis }) => basis === id);
  return (await desk.bases.get(id)) ?? proposed;
}

/** The basis that a case rests on; while it is only proposed, nothing is disclosed on it. */
export async function basisGround(visit: Visit, named: string | undefined): Promise<Markup> {
  const { words, place } = visit;
  const found = await basisNamed(place.avow, named);
  if (found === undefined) return html`<p>${words.desk.gone}</p>`;
  const isOver = 'published' in found && found.ended !== undefined;
  return html`${basisTerms(visit, found)}${'published' in found ? '' : html`<p><span class="mark mark-no">${words.bases.notPublished}</span></p>`}${isOver ? html`<p>${words.desk.basisEnded}</p>` : ''}`;
}

/** What it says, covers, for whom and until when: what is approved, and what everybody reads. */
export function basisTerms(visit: Visit, found: ProposedBasis<Words>): Markup {
  const { words, language } = visit;
  const { bases: said } = words;
  const spoken = policyWords(visit);
  return html`${Object.entries(found.words).map(([each, text]) => html`<blockquote lang="${each}">${text}</blockquote>`)}
${terms([
  [said.covers, begun(spoken.categories(found.categories))],
  [
    said.parties,
    html`<bdi>${spoken.list(found.parties.map((party) => partyName(visit, party)))}</bdi>`,
  ],
  [said.until, day(found.until, language)],
])}`;
}
