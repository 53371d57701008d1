import { isAvowFault } from 'avow';
import { faultPage } from '../../web/fault.ts';
import { keyOf, readForm } from '../../web/form.ts';
import { consolePage } from '../../web/frame.ts';
import type { Handle } from '../../web/guard.ts';
import type { Console, Seen, Visit } from '../../web/visit.ts';
import { engagedAs } from '../party/engaged-as.ts';
import { type Allowed, engageable } from './allowed.ts';
import { chooseClass } from './choose.ts';
import {
  agreed,
  type Entered,
  nothingEntered,
  readEntered,
  type Wrong,
  wrongIn,
} from './entered.ts';
import { engageForm } from './form.ts';

/** As what, and then on which terms. */
export const engage =
  (place: Console): Handle =>
  async (c) => {
    const { visit } = c.var;
    const party = c.req.query('party') ?? '';
    const allowed = classNamed(place, c.req.query('as'));
    if (allowed !== undefined) return showForm(c, allowed, { ...nothingEntered, party });
    return c.html(consolePage(visit, visit.words.engage.title, chooseClass(visit, party)));
  };

export const engaging =
  (place: Console): Handle =>
  async (c, { operator: by }) => {
    const { visit } = c.var;
    const { avow, now = Date.now } = place;
    const sent = await readForm(c, ['as', 'once']);
    const allowed = classNamed(place, sent.as);
    if (allowed === undefined) return faultPage(c, 'bad');
    const { languages } = avow.policy.current().policy.vocabulary;
    const entered = await readEntered(c, languages);
    const wrong = wrongIn(visit, entered, allowed, now());
    if (Object.keys(wrong).length > 0) return showForm(c, allowed, entered, wrong);
    try {
      const what = { ...agreed(entered, allowed), by };
      const { party } = await avow.parties.engage({ ...what, ...keyOf(sent) });
      return c.redirect(visit.to('party', { party, done: 'engaged' }), 303);
    } catch (fault) {
      const found = wrongBy(visit, fault);
      if (found === undefined) throw fault;
      return showForm(c, allowed, entered, found);
    }
  };

const classNamed = (place: Console, named: string | undefined): Allowed | undefined =>
  engageable(place).find(({ as }) => as === named);

async function showForm(c: Seen, allowed: Allowed, entered: Entered, wrong?: Wrong) {
  const { visit } = c.var;
  const affiliates = await engagedAs(visit.place, 'affiliate');
  const main = engageForm(visit, allowed, entered, affiliates, wrong);
  return c.html(
    consolePage(visit, visit.words.engage.title, main),
    wrong === undefined ? 200 : 422,
  );
}

/** What the library would not take, at the field that it names; undefined: a fault of another kind. */
function wrongBy({ words }: Visit, fault: unknown): Wrong | undefined {
  const { wrong } = words.engage;
  if (isAvowFault(fault, 'AVOW_TOO_MANY')) return { party: wrong.many };
  if (!isAvowFault(fault, 'AVOW_INPUT', 'AVOW_UNKNOWN_WORD', 'AVOW_NOT_FOUND')) return undefined;
  const name = fault.field?.split(/[.[]/, 1)[0] ?? '';
  const isField = (field: string): field is keyof Entered => Object.hasOwn(nothingEntered, field);
  return isField(name) ? { [name]: wrong[name] } : { party: wrong.other };
}
