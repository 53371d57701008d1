import type { Operator } from '../../options.ts';
import { faultPage } from '../../web/fault.ts';
import { keyOf, MalformedForm, readForm } from '../../web/form.ts';
import type { Handle } from '../../web/guard.ts';
import type { AnyAvow, Console, Seen } from '../../web/visit.ts';
import { readEnd } from '../form/end.ts';
import { isName } from '../form/name.ts';
import { type Shown, violationPage } from './page.ts';

/** One violation. */
export const violation =
  ({ avow }: Console): Handle =>
  (c, operator) => {
    const { violation = '', done } = c.req.query();
    return violation === ''
      ? faultPage(c, 'notFound')
      : show(c, avow, operator, violation, { done });
  };

/** Whoever takes it in hand may read it. */
export const handlingViolation =
  ({ avow }: Console): Handle =>
  async (c, { operator: by }) => {
    const form = await readForm(c, ['violation', 'once']);
    const violation = named(form.violation);
    await avow.registers.violations.handle({ violation, by, ...keyOf(form) });
    return c.redirect(c.var.visit.to('violation', { violation, done: 'assigned' }), 303);
  };

/** Opens the reason, and what was said against it; the look stands in the person's history. */
export const readingViolation =
  ({ avow }: Console): Handle =>
  async (c, operator) => {
    const violation = named((await readForm(c, ['violation'])).violation);
    const by = operator.operator;
    const { reason, appealed } = await avow.registers.violations.read({ violation, by });
    return show(c, avow, operator, violation, { read: { reason, appealed } });
  };

export const decidingViolation =
  ({ avow }: Console): Handle =>
  async (c, { operator: by }) => {
    const form = await readForm(c, ['violation', 'decision', 'once']);
    const violation = named(form.violation);
    const { uphold, dismiss, reverse } = avow.registers.violations;
    const deeds = { uphold, dismiss, reverse } as const;
    if (!Object.hasOwn(deeds, form.decision)) return faultPage(c, 'bad');
    await deeds[form.decision as keyof typeof deeds]({ violation, by, ...keyOf(form) });
    return c.redirect(c.var.visit.to('violation', { violation, done: form.decision }), 303);
  };

/** Writes down what was done because of it. */
export const takingMeasure =
  ({ avow, now = Date.now }: Console): Handle =>
  async (c, operator) => {
    const form = await readForm(c, ['violation', 'what', 'until', 'once']);
    const violation = named(form.violation);
    const { what } = form;
    const end = readEnd(form.until, now());
    if (!isName(what) || end.isWrong) {
      const { newNeed, newUntilNeed } = c.var.visit.words.violation;
      const wrong = {
        ...(!isName(what) && { what: newNeed }),
        ...(end.isWrong && { until: newUntilNeed }),
      };
      return show(c, avow, operator, violation, { measure: { entered: form, wrong } });
    }
    const by = operator.operator;
    const until = end.at === undefined ? {} : { until: end.at };
    await avow.registers.violations.take({ violation, by, what, ...until, ...keyOf(form) });
    return c.redirect(c.var.visit.to('violation', { violation, done: 'taken' }), 303);
  };

export const liftingMeasure =
  ({ avow }: Console): Handle =>
  async (c, { operator: by }) => {
    const form = await readForm(c, ['violation', 'measure', 'once']);
    const violation = named(form.violation);
    const measure = named(form.measure);
    await avow.registers.violations.lift({ violation, by, measure, ...keyOf(form) });
    return c.redirect(c.var.visit.to('violation', { violation, done: 'lifted' }), 303);
  };

async function show(c: Seen, avow: AnyAvow, operator: Operator, id: string, shown: Shown) {
  const found = await avow.registers.violations.get(id);
  if (found === undefined) return faultPage(c, 'notFound');
  const status = shown.measure === undefined ? 200 : 422;
  return c.html(violationPage(c.var.visit, operator, found, shown), status);
}

/** A form of these pages names what it is about. */
function named(id: string): string {
  if (id === '') throw new MalformedForm();
  return id;
}
