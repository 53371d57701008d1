import type { Words } from '@avow/policy';
import { type Case, isAvowFault } from 'avow';
import type { Operator } from '../../options.ts';
import { type Form, keyOf, readForm } from '../../web/form.ts';
import { consolePage } from '../../web/frame.ts';
import type { Handle } from '../../web/guard.ts';
import type { Console, Seen, Visit } from '../../web/visit.ts';
import { type Deed, deedPage } from '../deed.ts';
import { caseNamed, caseWay, hindranceTo, showCase } from './case.ts';

/** A deed in a case: it is done by the case alone, and by who is signed in, never by somebody named in a form. */
export type CaseDeed = Omit<Deed, 'way' | 'cancel' | 'fields'> & {
  readonly fields?: Deed['fields'];
};

/** What is done: in this case, by this operator, once for each sending of its form. */
export interface InCase<Field extends string> {
  readonly c: Seen;
  readonly visit: Visit;
  readonly operator: Operator;
  readonly found: Case<Words>;
  readonly form: Form<Field>;
  /** Whose deed it is, in which case, and the key of this sending: what each step takes. */
  readonly step: {
    readonly case: Case<Words>['case'];
    readonly by: Operator['operator'];
    readonly idempotencyKey: string;
  };
}

/** The page on which a deed is said in full, before it is done. */
export const saying =
  (
    place: Console,
    deed: (visit: Visit, found: Case<Words>) => CaseDeed | Promise<CaseDeed>,
  ): Handle =>
  async (c, operator) => {
    const found = await caseNamed(c, place, operator, c.req.query('case'));
    if (found instanceof Response) return found;
    const { visit } = c.var;
    const why = await hindranceTo(place, operator, found);
    if (why !== undefined) {
      return showCase(c, place, operator, found, visit.words.desk.notDeciding[why]);
    }
    const said = await deed(visit, found);
    return c.html(consolePage(visit, said.title, caseDeedPage(visit, found, said)));
  };

/** The page of a deed, with the way back to its case. */
export const caseDeedPage = (visit: Visit, found: Case<Words>, deed: CaseDeed) =>
  deedPage(visit, {
    ...deed,
    way: caseWay(visit, found.case),
    cancel: visit.to('case', { case: found.case }),
    fields: { ...deed.fields, case: found.case },
  });

/** Why something could not be done, by the place that the library names. */
export type Reasons = Readonly<Record<string, string>>;

/**
 * Does it. What the case no longer lets anybody do is said on its page, in words, and nothing was done: by
 * `reasons` where the deed has some of its own.
 */
export const doing =
  <Field extends string>(
    place: Console,
    fields: readonly Field[],
    act: (what: InCase<Field>) => Promise<Response>,
    reasons: (words: Visit['words']['desk']) => Reasons = () => ({}),
  ): Handle =>
  async (c, operator) => {
    const form = (await readForm(c, ['case', 'once', ...fields])) as Form<Field | 'case' | 'once'>;
    const found = await caseNamed(c, place, operator, form.case);
    if (found instanceof Response) return found;
    const { visit } = c.var;
    const step = { case: found.case, by: operator.operator, ...keyOf(form) };
    try {
      return await act({ c, visit, operator, found, form, step });
    } catch (fault) {
      const why = whyIn(visit, fault, reasons(visit.words.desk));
      if (why === undefined) throw fault;
      const now = (await place.avow.desk.cases.get(found.case)) ?? found;
      return showCase(c, place, operator, now, why);
    }
  };

/** What the library would not do, in words; undefined: a fault of another kind. */
function whyIn({ words }: Visit, fault: unknown, own: Reasons): string | undefined {
  const { notDone } = words.desk;
  if (isAvowFault(fault, 'AVOW_EXISTS')) return own['twice'] ?? notDone.twice;
  if (isAvowFault(fault, 'AVOW_NOT_FOUND') && fault.field === 'by') return notDone.notAppointed;
  if (!isAvowFault(fault, 'AVOW_STATE')) return undefined;
  const at = fault.field ?? '';
  if (own[at] !== undefined) return own[at];
  if (at === 'by') return notDone.tooNear;
  return at === 'case' ? notDone.over : notDone.changed;
}

/** Back to the case, which says what was done. */
export const doneIn = (
  { c, visit, found }: Pick<InCase<string>, 'c' | 'visit' | 'found'>,
  done: keyof Visit['words']['desk']['done'],
): Response => c.redirect(visit.to('case', { case: found.case, done }), 303);
