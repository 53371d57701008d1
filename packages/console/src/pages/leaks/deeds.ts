import { asLeakId, asPartyId, type LeakId } from 'avow';
import { faultPage } from '../../web/fault.ts';
import { keyOf, readForm, readTicked } from '../../web/form.ts';
import type { Handle } from '../../web/guard.ts';
import type { AnyAvow, Console, Seen } from '../../web/visit.ts';
import { type Found, leakPage } from './page.ts';

/** One leak. */
export const leak =
  ({ avow }: Console): Handle =>
  (c) =>
    show(c, avow, asLeakId(c.req.query('leak')), { done: c.req.query('done') });

/** What was written in the report; the look stands in the person's history. */
export const readingLeak =
  ({ avow }: Console): Handle =>
  async (c, { operator: by }) => {
    const leak = await leakIn(c);
    const { text } = await avow.leaks.read({ leak, by });
    return show(c, avow, leak, { text });
  };

/** Who could have leaked it: a decision of the policy, so it may be refused. */
export const searching =
  ({ avow }: Console): Handle =>
  async (c, { operator: by }) => {
    const leak = await leakIn(c);
    const { language } = c.var.visit;
    const decided = await avow.leaks.suspects({ leak, by, language });
    if (!decided.permitted) return show(c, avow, leak, { refused: decided.sentence });
    const staff = new Set(await avow.desk.staff.list());
    return show(c, avow, leak, { suspects: decided.value.suspects, staff });
  };

/** All that was ticked, in one decision. */
export const containing =
  ({ avow }: Console): Handle =>
  async (c, { operator: by }) => {
    const ticks = ['freeze', 'reset', 'rekey', 'tell'] as const;
    const form = await readForm(c, ['leak', 'closes', 'once', ...ticks]);
    const leak = asLeakId(form.leak);
    const named = (await readTicked(c, 'parties')).map((party) => asPartyId(party));
    const suspend = (await readTicked(c, 'suspend')).map((party) => asPartyId(party));
    const closes = { all: {}, named: { parties: named }, none: { parties: [] } } as const;
    if (!Object.hasOwn(closes, form.closes)) return faultPage(c, 'bad');
    await avow.leaks.contain({
      ...{ leak, by, suspend, ...closes[form.closes as keyof typeof closes], ...keyOf(form) },
      ...Object.fromEntries(ticks.map((name) => [name, form[name] === 'yes'])),
    });
    return c.redirect(c.var.visit.to('leak', { leak, done: 'contained' }), 303);
  };

/** The document for the authority, shown once; its digest stays on record. */
export const reportingLeak =
  ({ avow }: Console): Handle =>
  async (c, { operator: by }) => {
    const leak = await leakIn(c);
    const { language } = c.var.visit;
    const { text, digest } = await avow.leaks.authorityReport({ leak, by, language });
    return show(c, avow, leak, { report: { text, digest } });
  };

export const closingLeak =
  ({ avow }: Console): Handle =>
  async (c, { operator: by }) => {
    const { visit } = c.var;
    const form = await readForm(c, ['leak', 'word', 'once']);
    const leak = asLeakId(form.leak);
    if (form.word === '') {
      const word = { text: form.word, error: visit.words.leak.empty };
      return show(c, avow, leak, { word }, 422);
    }
    await avow.leaks.close({ leak, by, word: form.word, ...keyOf(form) });
    return c.redirect(visit.to('leak', { leak, done: 'closed' }), 303);
  };

const leakIn = async (c: Seen): Promise<LeakId> => asLeakId((await readForm(c, ['leak'])).leak);

async function show(
  c: Seen,
  avow: AnyAvow,
  leak: LeakId,
  found: Found,
  status: 200 | 422 = 200,
): Promise<Response> {
  const known = await avow.leaks.get(leak);
  if (known === undefined) return faultPage(c, 'notFound');
  return c.html(leakPage(c.var.visit, known, found), status);
}
