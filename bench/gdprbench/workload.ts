import { type Generator, generator } from '../generator.ts';
import type { Operation, Setting } from './operation.ts';
import { dataOf, keyOf, recordOf, vocabulary } from './record.ts';
import { scrambledBelow } from './zipfian.ts';

export type WorkloadName = 'controller' | 'customer' | 'processor' | 'regulator';

/** Draws one operation on a store that had so many records to begin with. */
type Draw = (context: Context) => Operation;

interface Context {
  readonly draw: Generator;
  /** The number of some record, by the distribution of the workload. */
  some(): number;
  /** The number of a record that was never there. */
  fresh(): number;
}

interface Mix {
  readonly keys: 'uniform' | 'zipfian';
  readonly operations: readonly (readonly [share: number, draw: Draw])[];
}

const purOf = (k: number) => recordOf(k).pur;
const usrOf = (k: number) => recordOf(k).usr;

/** Access lists and sharing of groups are the controller's to keep (article 13.3). */
const ofGroups = ({ draw }: Context): Setting => setting(draw, draw.oneOf(['acl', 'shr']));
/** Objections and consents are the customer's to change (articles 18.1, 7.3). */
const ofCustomers = ({ draw }: Context): Setting => setting(draw, draw.oneOf(['obj', 'dec']));

function setting(draw: Generator, field: Setting['field']): Setting {
  return { field, value: draw.oneOf<string>(vocabulary[field]) };
}

/** The mixes that the paper states. */
const mixes: Readonly<Record<WorkloadName, Mix>> = {
  controller: {
    keys: 'uniform',
    operations: [
      [0.25, ({ fresh }) => ({ kind: 'insert', record: recordOf(fresh()) })],
      [0.125, ({ some }) => ({ kind: 'delete by purpose', pur: purOf(some()) })],
      [0.125, ({ some }) => ({ kind: 'delete by user', usr: usrOf(some()) })],
      [0.25, (c) => ({ kind: 'update metadata by purpose', pur: purOf(c.some()), ...ofGroups(c) })],
      [0.25, (c) => ({ kind: 'update metadata by user', usr: usrOf(c.some()), ...ofGroups(c) })],
    ],
  },
  customer: {
    keys: 'zipfian',
    operations: [
      [0.2, ({ some }) => ({ kind: 'read by user', usr: usrOf(some()) })],
      [0.2, ({ some }) => ({ kind: 'read metadata by key', key: keyOf(some()) })],
      [
        0.2,
        ({ some, draw }) => ({
          kind: 'update data by key',
          key: keyOf(some()),
          data: dataOf(draw.below(1e6)),
        }),
      ],
      [0.2, (c) => ({ kind: 'update metadata by key', key: keyOf(c.some()), ...ofCustomers(c) })],
      [0.2, ({ some }) => ({ kind: 'delete by key', key: keyOf(some()) })],
    ],
  },
  processor: {
    keys: 'zipfian',
    operations: [
      [0.8, ({ some }) => readByKey(some())],
      [0.1, ({ some }) => ({ kind: 'read by purpose', pur: purOf(some()) })],
      [0.1, ({ some }) => ({ kind: 'read by objection', obj: recordOf(some()).obj })],
    ],
  },
  regulator: {
    keys: 'zipfian',
    operations: [
      [0.46, ({ some }) => ({ kind: 'read metadata by user', usr: usrOf(some()) })],
      [0.31, () => ({ kind: 'read the log' })],
      [0.23, ({ some }) => ({ kind: 'verify deletion', key: keyOf(some()) })],
    ],
  },
};

function readByKey(k: number): Operation {
  return { kind: 'read by key', key: keyOf(k), pur: purOf(k) };
}

export const workloadNames = Object.keys(mixes) as WorkloadName[];

/** One round of a workload: the same for each engine, another one each round. */
export interface Workload {
  readonly name: WorkloadName;
  readonly operations: readonly Operation[];
}

/** Draws so many operations, for a store that had so many records to begin with. */
export function workloadOf(
  name: WorkloadName,
  records: number,
  operations: number,
  round: number,
): Workload {
  const draw = generator(1_000 * round + workloadNames.indexOf(name));
  const mix = mixes[name];
  let next = records * (round + 2);
  const context: Context = {
    draw,
    some: () => (mix.keys === 'uniform' ? draw.below(records) : scrambledBelow(records, draw)),
    fresh: () => next++,
  };
  const one = () => chosen(mix, draw.next())(context);
  return { name, operations: Array.from({ length: operations }, one) };
}

function chosen({ operations }: Mix, u: number): Draw {
  let below = 0;
  for (const [share, draw] of operations) {
    below += share;
    if (u < below) return draw;
  }
  return operations.at(-1)![1];
}
