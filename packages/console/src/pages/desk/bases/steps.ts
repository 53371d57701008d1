import { html, type Markup } from '@avow/server/look';
import { asBasisId, type BasisId, isAvowFault, type PersonId } from 'avow';
import type { RouteName } from '../../../access.ts';
import { faultPage } from '../../../web/fault.ts';
import { keyOf, readForm } from '../../../web/form.ts';
import { consolePage } from '../../../web/frame.ts';
import type { Handle } from '../../../web/guard.ts';
import type { AnyAvow, Console, Visit } from '../../../web/visit.ts';
import { deedPage } from '../../deed.ts';
import { basisNamed, basisTerms } from './ground.ts';

/** One press about one basis: said in full, then done by whoever is signed in. */
interface Step {
  readonly name: 'publish' | 'drop' | 'end';
  readonly done: 'published' | 'dropped' | 'ended';
  readonly route: RouteName;
  readonly isGrave: boolean;
}

const steps = {
  publish: { name: 'publish', done: 'published', route: 'publishing', isGrave: false },
  drop: { name: 'drop', done: 'dropped', route: 'droppingBasis', isGrave: true },
  end: { name: 'end', done: 'ended', route: 'endingBasis', isGrave: true },
} as const satisfies Readonly<Record<Step['name'], Step>>;

export const sayingOf =
  ({ avow }: Console, name: Step['name']): Handle =>
  async (c) => {
    const { visit } = c.var;
    const found = await basisNamed(avow, c.req.query('basis'));
    if (found === undefined) return faultPage(c, 'notFound');
    const { route, isGrave } = steps[name];
    const said = visit.words.bases[name];
    const main = deedPage(visit, {
      ...{ ...said, route, isGrave, way: basesWay(visit), about: basisTerms(visit, found) },
      fields: { basis: found.basis },
      cancel: visit.to('bases'),
    });
    return c.html(consolePage(visit, said.title, main));
  };

export const doingOf =
  ({ avow }: Console, name: Step['name']): Handle =>
  async (c, { operator: by }) => {
    const { visit } = c.var;
    const form = await readForm(c, ['basis', 'once']);
    if (form.basis === '') return faultPage(c, 'bad');
    const basis = asBasisId(form.basis);
    try {
      await step(avow, name, { basis, by, ...keyOf(form) });
    } catch (fault) {
      if (isAvowFault(fault, 'AVOW_NOT_FOUND')) {
        return faultPage(c, fault.field === 'by' ? 'notAppointed' : 'notFound');
      }
      if (!isAvowFault(fault, 'AVOW_STATE')) throw fault;
      const { bases: said } = visit.words;
      const why = fault.field === 'by' ? said.ownProposal : said.changed;
      const main = html`${basesWay(visit)}<h1>${said[name].title}</h1><p class="verdict verdict-failed" role="alert"><strong>${why}</strong></p>`;
      return c.html(consolePage(visit, said[name].title, main), 409);
    }
    return c.redirect(visit.to('bases', { done: steps[name].done }), 303);
  };

function step(
  { desk }: AnyAvow,
  name: Step['name'],
  what: { readonly basis: BasisId; readonly by: PersonId; readonly idempotencyKey: string },
): Promise<unknown> {
  switch (name) {
    case 'publish':
      return desk.bases.publish(what);
    case 'drop':
      return desk.bases.drop(what);
    case 'end':
      return desk.bases.end(what);
  }
}

/** The way back to the bases. */
export const basesWay = ({ words, to }: Visit): Markup =>
  html`<p class="eyebrow"><a href="${to('desk')}">${words.desk.title}</a> · <a href="${to('bases')}">${words.bases.title}</a></p>`;
