import type { Words } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import { asOrderId, asPartyId, asPersonId } from '../door/ids.ts';
import { flag, malformed } from '../door/text.ts';
import { list, wordList } from '../door/words.ts';
import type { PersonId } from '../face/ids.ts';
import type { Order, Orders } from '../face/orders.ts';
import { withNewestWords } from '../policy/newest-words.ts';
import { orderFrom, orderRow, sideRows } from '../register/order.ts';
import { isInTime } from '../registers/term.ts';
import { readNow } from '../rows/reading.ts';
import { close } from './close.ts';
import { open } from './open.ts';
import { orderOf, peopleIn, sidesOf } from './order.ts';
import { ask, dispute, perform, settleDispute } from './step.ts';

/** The most parties that may serve one order: each is a row for each side, in one entry. */
const MOST_PARTIES = 20;

/** The register of orders, from which facts are read. It holds who did what when, and no personal value. */
export function ordersOf(deployment: Deployment): Orders<Words> {
  const words = () => deployment.policy.current().policy.vocabulary;
  const newest = withNewestWords(deployment.policy);
  return {
    open: newest(async (what) =>
      open(
        deployment,
        {
          order: asOrderId(what.order),
          sides: twoPeople(what.sides),
          serving: servingOf(what.serving, words()),
        },
        what,
      ),
    ),
    perform: async (step) => {
      const part = step.part === undefined ? false : flag('part', step.part);
      return perform(deployment, asOrderId(step.order), by(step.by), part, step);
    },
    ask: newest(async (step) =>
      ask(
        deployment,
        asOrderId(step.order),
        by(step.by),
        wordList('categories', step.categories, 'categories', words()).sort(),
        step,
      ),
    ),
    dispute: async (step) => dispute(deployment, asOrderId(step.order), by(step.by), step),
    settle: async (step) => settleDispute(deployment, asOrderId(step.order), by(step.by), step),
    close: async (what) => close(deployment, asOrderId(what.order), what),

    async get(order) {
      const id = asOrderId(order);
      const rows = await readNow(deployment.vault, orderRow(id), sideRows(id));
      const [row] = rows.of(orderRow(id));
      if (row === undefined || !isInTime(row, deployment.policy.moment())) return undefined;
      return orderOf(id, orderFrom(row), sidesOf(rows, id, await peopleIn(deployment, id)));
    },
  };
}

const by = (person: unknown) => asPersonId(person, 'by');

function twoPeople(sides: readonly unknown[]): [PersonId, PersonId] {
  if (!Array.isArray(sides) || sides.length !== 2) throw malformed('sides', 'must be two people');
  const [first, second] = [asPersonId(sides[0], 'sides[0]'), asPersonId(sides[1], 'sides[1]')];
  if (first === second) throw malformed('sides', 'must be two different people');
  return [first, second];
}

function servingOf(serving: Order<Words>['serving'] | undefined, words: Words) {
  if (serving === undefined || serving.length === 0) return [];
  const given = list('serving', serving).map((each, index) => {
    const { party, categories } = (each ?? {}) as Order<Words>['serving'][number];
    const field = `serving[${index}]`;
    return {
      party: asPartyId(party, `${field}.party`),
      categories: wordList(`${field}.categories`, categories, 'categories', words).sort(),
    };
  });
  if (given.length > MOST_PARTIES) throw malformed('serving', `must be at most ${MOST_PARTIES}`);
  if (new Set(given.map(({ party }) => party)).size < given.length) {
    throw malformed('serving', 'must not name a party twice');
  }
  return given;
}
