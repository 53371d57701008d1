import { isAvowFault } from 'avow';
import { faultPage } from '../../../web/fault.ts';
import { keyOf, readForm } from '../../../web/form.ts';
import { consolePage } from '../../../web/frame.ts';
import type { Handle } from '../../../web/guard.ts';
import type { Console, Seen, Visit } from '../../../web/visit.ts';
import { coverable } from '../../engage/allowed.ts';
import { engagedAs } from '../../party/engaged-as.ts';
import { personNamed } from '../person.ts';
import {
  type Entered,
  nothingEntered,
  type Offered,
  readEntered,
  recorded,
  type Wrong,
  wrongIn,
} from './entered.ts';
import { orderForm } from './form.ts';

/** The form for an order that came in. */
export const order =
  (place: Console): Handle =>
  async (c) =>
    show(c, nothingEntered, await offeredBy(place));

/** Writes the order down and opens the case on it. Neither makes anything possible yet. */
export const recording =
  (place: Console): Handle =>
  async (c, { operator: by }) => {
    const { visit } = c.var;
    const { avow, now = Date.now } = place;
    const sent = await readForm(c, ['once']);
    const entered = await readEntered(c);
    const offered = await offeredBy(place);
    const person = await personNamed(place, entered.person);
    const wrong = wrongIn(visit, entered, offered, person, now());
    if (person === undefined || Object.keys(wrong).length > 0) {
      return show(c, entered, offered, wrong, entered.document.wrong);
    }
    const { idempotencyKey: key } = keyOf(sent);
    try {
      const {
        order: evidence,
        thirdParty,
        authority,
        categories,
      } = await avow.desk.orders.record({
        ...recorded(entered, person),
        ...{ by, idempotencyKey: key },
      });
      const { case: opened } = await avow.desk.cases.open({
        ...{
          type: 'law',
          person,
          by,
          categories,
          evidence,
          to: { party: thirdParty ?? authority },
        },
        // Cut off in between, the same form sent again finds the order and opens the case.
        idempotencyKey: `${key}-case`,
      });
      return c.redirect(visit.to('case', { case: opened, done: 'recorded' }), 303);
    } catch (fault) {
      if (isAvowFault(fault, 'AVOW_NOT_FOUND') && fault.field === 'by') {
        return faultPage(c, 'notAppointed');
      }
      const found = wrongBy(visit, fault);
      if (found === undefined) throw fault;
      return show(c, entered, offered, found);
    }
  };

async function show(
  c: Seen,
  entered: Entered,
  offered: Offered,
  wrong?: Wrong,
  document?: Parameters<typeof orderForm>[4],
) {
  const { visit } = c.var;
  const main = orderForm(visit, entered, offered, wrong, document);
  const status = wrong === undefined ? 200 : 422;
  return c.html(consolePage(visit, visit.words.order.title, main), status);
}

async function offeredBy(place: Console): Promise<Offered> {
  const [authorities, thirdParties] = await Promise.all([
    engagedAs(place, 'authority'),
    engagedAs(place, 'thirdParty'),
  ]);
  return { authorities, thirdParties, categories: lawfully(place) };
}

/** What the policy lets a body have at all because law asks for it. */
export const lawfully = (place: Console): readonly string[] =>
  coverable(place, 'authority', 'legal');

/** What the library would not take, at the field that it names; undefined: a fault of another kind. */
function wrongBy({ words }: Visit, fault: unknown): Wrong | undefined {
  const { wrong } = words.order;
  if (isAvowFault(fault, 'AVOW_TOO_MANY')) return { person: wrong.many };
  if (!isAvowFault(fault, 'AVOW_INPUT', 'AVOW_UNKNOWN_WORD')) return undefined;
  const name = fault.field === 'bar.until' ? 'barUntil' : (fault.field?.split('.', 1)[0] ?? '');
  return Object.hasOwn(nothingEntered, name) && Object.hasOwn(wrong, name)
    ? { [name]: wrong[name as keyof typeof wrong] }
    : { person: wrong.other };
}
