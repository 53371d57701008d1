import type { Words } from '@avow/policy';
import { day, html, type Markup, terms } from '@avow/server/look';
import type { StatutoryDuty } from 'avow';
import { begun, policyWords } from '../../../web/policy.ts';
import type { AnyAvow, Visit } from '../../../web/visit.ts';
import { countryName, partyName } from '../../party/name.ts';

/** A duty in law, if it is in force. */
export async function statuteNamed(
  { desk }: AnyAvow,
  named: string | undefined,
): Promise<StatutoryDuty<Words> | undefined> {
  return (await desk.duties.list()).find(({ duty }) => duty === named);
}

/** The duty in law that a case rests on. One that has ended is on no list any more, and nothing rests on it. */
export async function statuteGround(visit: Visit, id: string): Promise<Markup> {
  const found = await statuteNamed(visit.place.avow, id);
  return found === undefined
    ? html`<p><span class="mark mark-no">${visit.words.statutes.ended}</span></p>`
    : statuteTerms(visit, found);
}

export function statuteTerms(visit: Visit, found: StatutoryDuty<Words>): Markup {
  const { words, language } = visit;
  const { statutes: said } = words;
  return terms([
    [said.law, html`${found.law}${words.listed.comma}${said.articleOf(found.article)}`],
    [said.country, countryName(found.country, language)],
    [said.party, html`<bdi>${partyName(visit, found.party)}</bdi>`],
    [said.categories, begun(policyWords(visit).categories(found.categories))],
    [said.from, day(found.from, language)],
    [said.until, found.until === undefined ? said.open : day(found.until, language)],
  ]);
}
