import type { Words } from '@avow/policy';
import { faults, html } from '@avow/server/look';
import { asPartyId, type ProposedBasis } from 'avow';
import { faultPage } from '../../../web/fault.ts';
import { keyOf, readForm, readTicked } from '../../../web/form.ts';
import { consolePage } from '../../../web/frame.ts';
import type { Handle } from '../../../web/guard.ts';
import { policyWords } from '../../../web/policy.ts';
import type { Console, Seen } from '../../../web/visit.ts';
import { deedPage } from '../../deed.ts';
import { choice } from '../../form/choice.ts';
import { caseEndField, readCaseEnd } from '../../form/end.ts';
import { personField } from '../../form/person.ts';
import { ticked } from '../../form/ticked.ts';
import { partyName } from '../../party/name.ts';
import { personNamed } from '../person.ts';
import { basisNamed, basisTerms } from './ground.ts';
import { basesWay } from './steps.ts';

/** Opens a case about somebody on a basis: of whom, to whom, and what of it. */
export const onBasis =
  ({ avow }: Console): Handle =>
  async (c) => {
    const found = await basisNamed(avow, c.req.query('basis'));
    return found === undefined ? faultPage(c, 'notFound') : show(c, found);
  };

interface Entered {
  readonly person: string;
  readonly party: string;
  readonly categories: readonly string[];
  readonly expires: string;
}

export const usingBasis =
  (place: Console): Handle =>
  async (c, { operator: by }) => {
    const { visit } = c.var;
    const form = await readForm(c, ['basis', 'person', 'party', 'expires', 'once']);
    const found = await basisNamed(place.avow, form.basis);
    if (found === undefined) return faultPage(c, 'changed');
    const entered = { ...form, categories: await readTicked(c, 'categories') };
    const person = await personNamed(place, form.person);
    const { order, bases, caseEnd } = visit.words;
    const end = readCaseEnd(form.expires, (place.now ?? Date.now)());
    const { categories } = entered;
    const isAmong =
      categories.length > 0 && categories.every((each) => found.categories.includes(each));
    const isParty = found.parties.some((each) => each === form.party);
    if (person === undefined || !isAmong || !isParty || end.isWrong) {
      return show(c, found, entered, {
        ...(person === undefined && { person: order.wrong.person }),
        ...(!isParty && { party: bases.wrong.parties }),
        ...(!isAmong && { categories: bases.wrong.categories }),
        ...(end.isWrong && { expires: caseEnd.wrong }),
      });
    }
    const { case: opened } = await place.avow.desk.cases.open({
      ...{ type: 'basis', person, by, categories, evidence: found.basis },
      ...{ to: { party: asPartyId(form.party) }, ...keyOf(form) },
      ...(end.at !== undefined && { expires: end.at }),
    });
    return c.redirect(visit.to('case', { case: opened, done: 'opened' }), 303);
  };

function show(
  c: Seen,
  found: ProposedBasis<Words>,
  entered: Entered = { person: '', party: '', categories: [], expires: '' },
  wrong: Partial<Record<keyof Entered, string>> = {},
) {
  const { visit } = c.var;
  const { words, language } = visit;
  const { bases: said, order } = words;
  const spoken = policyWords(visit);
  const listed = Object.entries(wrong).map(([name, error]) => ({ name, error }));
  const inside = html`${faults(language, listed)}
${personField(visit, { value: entered.person, error: wrong.person })}
${choice({ name: 'party', label: said.party, unchosen: order.choose, options: found.parties.map((each) => [each, partyName(visit, each)] as const), chosen: entered.party, error: wrong.party })}
${ticked({ name: 'categories', label: order.categories, hint: order.categoriesHint, options: found.categories.map((each) => [each, spoken.category(each)] as const), chosen: entered.categories, error: wrong.categories })}
${caseEndField(visit, entered.expires, wrong.expires !== undefined)}`;
  const main = deedPage(visit, {
    ...{ ...said.use, route: 'usingBasis', way: basesWay(visit), inside },
    about: basisTerms(visit, found),
    fields: { basis: found.basis },
    cancel: visit.to('bases'),
  });
  return c.html(consolePage(visit, said.use.title, main), listed.length === 0 ? 200 : 422);
}
