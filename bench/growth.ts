import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { generator } from './generator.ts';
import { type Grown, openGrown } from './growing/grown.ts';
import { type Load, load } from './load.ts';
import { type Place, placeIn, type Storage, withPlace } from './place.ts';
import { atMost, type Row, type Section, type Settings, type Table } from './report.ts';
import { interleave, type Result, ratio, WrongAnswer } from './rounds.ts';

const sizes = {
  tiny: { rounds: 1, milliseconds: 5, records: [10, 20] },
  quick: { rounds: 5, milliseconds: 200, records: [1_000, 10_000] },
  full: { rounds: 7, milliseconds: 500, records: [10_000, 100_000] },
} as const;

const LARGE = 1_000_000;
/** What a store that has grown may cost, as a multiple of a small one. */
const MOST = 1.5;
/** Reads after which memory is looked at. */
const READS = 1_000;

/** Benchmark 8: what an operation costs in a store that has grown. In process, on either engine, one client. */
export const growth: Section = async (settings) => {
  const tables: Table[] = [];
  for (const storage of ['SQLite', 'PostgreSQL'] as const) {
    const measured = (place: Place) => growthOn(storage, place, settings);
    tables.push(...(await withPlace(storage, 'growth', settings, measured)));
  }
  return tables;
};

async function growthOn(
  storage: Storage,
  place: Place,
  { scale, large }: Settings,
): Promise<Table[]> {
  const { rounds, milliseconds, records } = sizes[scale];
  const counts = large ? [...records, LARGE] : records;
  const memory: number[] = [];
  const stores: Grown[] = [];
  for (const count of counts) {
    stores.push(await openGrown(placeIn(place, `grown-${count}`), count));
  }
  try {
    const trials = operations.map(({ what, run }) => ({
      what,
      loads: stores.map((grown) =>
        loadOf(`${what} on ${storage}: ${grown.records}`, grown, run, milliseconds),
      ),
    }));
    const results = await interleave(
      trials.flatMap(({ loads }) => loads),
      rounds,
    );
    const tables = trials.map(({ what, loads }) =>
      tableOf(`${what}, on ${storage}`, loads, counts, results),
    );
    for (const grown of stores) memory.push(await heldBy(grown, scale === 'tiny' ? 5 : READS));
    return [...tables, memoryOf(storage, counts, memory)];
  } finally {
    for (const grown of stores) await grown.close();
  }
}

type Operation = (grown: Grown, index: number) => Promise<boolean>;

const operations: readonly { readonly what: string; readonly run: Operation }[] = [
  { what: 'a guarded read', run: (grown, index) => grown.read(index) },
  { what: 'looking somebody up by e-mail', run: (grown, index) => grown.find(index) },
  { what: "a page of somebody's timeline", run: (grown, index) => grown.timeline(index) },
];

function loadOf(name: string, grown: Grown, run: Operation, milliseconds: number): Load {
  const draw = generator(8);
  return load({
    name,
    clients: 1,
    milliseconds,
    async operate() {
      if (!(await run(grown, draw.below(grown.people)))) throw new WrongAnswer(`${name} is wrong`);
    },
  });
}

function tableOf(
  what: string,
  loads: readonly Load[],
  counts: readonly number[],
  results: ReadonlyMap<string, Result>,
): Table {
  const timeOf = (one: Load): Result => {
    const result = results.get(one.name)!;
    return 'wrong' in result ? result : one.latency(0.5);
  };
  const rows = loads.map(
    (one, at): Row => ({
      what: `${counts[at]!.toLocaleString('en-GB')} records`,
      result: timeOf(one),
      more: { p99: one.latency(0.99) },
    }),
  );
  const times = ratio(timeOf(loads.at(-1)!), timeOf(loads[0]!));
  const last: Row = { what: '  from first to last', result: times, goal: atMost(MOST, '×') };
  return { title: `8  Growth: ${what}`, rows: [...rows, last] };
}

/** Megabytes that are held after a store was opened anew and read from. */
async function heldBy(grown: Grown, reads: number): Promise<number> {
  await grown.reopen();
  const draw = generator(9);
  for (let at = 0; at < reads; at++) await grown.read(draw.below(grown.people));
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { heapUsed, external } = process.memoryUsage();
  await grown.close();
  return (heapUsed + external) / 2 ** 20;
}

function memoryOf(storage: Storage, counts: readonly number[], memory: readonly number[]): Table {
  const held = memory.map((megabytes): Result => ({ unit: 'MB', samples: [megabytes] }));
  const rows = held.map(
    (result, at): Row => ({ what: `${counts[at]!.toLocaleString('en-GB')} records`, result }),
  );
  const last: Row = {
    what: '  from first to last',
    result: ratio(held.at(-1)!, held[0]!),
    goal: atMost(MOST, '×'),
  };
  return {
    title: `8  Growth: memory held after as many reads, on ${storage}`,
    rows: [...rows, last],
  };
}
