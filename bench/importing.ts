import { join } from 'node:path';
import { openPeople, type People } from './importing/people.ts';
import { atLeast, type Row, type Section, type Table } from './report.ts';

const sizes = {
  tiny: { rounds: 1, people: 20 },
  quick: { rounds: 2, people: 2_000 },
  full: { rounds: 3, people: 20_000 },
} as const;

const LARGE = 1_000_000;

/** What one round found: rates in lines a second, memory in MB. */
interface Round {
  readonly rate: number;
  /** The most memory that the process had more of than at the beginning. */
  readonly memory: number;
  /** The same values by `collect`, which keeps one person's in an act; 0 where that was not asked for. */
  readonly collected: number;
}

/** Benchmark 3, its last goal: a delivery of a partner is taken in, each line a decision with its entries. */
export const importing: Section = async ({ scale, large, folder }) => {
  const { rounds, people } = sizes[scale];
  const opened = await openPeople({ folder: join(folder, 'importing') }, people);
  try {
    // Not counted: it makes a key for each person.
    await opened.deliver(people);
    return [
      await measure('a line about each person', opened, { rounds, lines: people, people }),
      ...(large
        ? [await measure('most of them rejects', opened, { rounds: 1, lines: LARGE, people })]
        : []),
    ];
  } finally {
    await opened.close();
  }
};

interface Extent {
  readonly rounds: number;
  readonly lines: number;
  readonly people: number;
}

async function measure(what: string, opened: People, extent: Extent): Promise<Table> {
  const { rounds, lines, people } = extent;
  const found: Round[] = [];
  let wrong: string | undefined;
  for (let round = 0; round < rounds && wrong === undefined; round++) {
    const came = await deliver(opened, extent);
    if (typeof came === 'string') wrong = came;
    else found.push(came);
  }
  const row = (name: string, unit: string, of: (round: Round) => number): Row => ({
    what: name,
    result: wrong === undefined ? { unit, samples: found.map(of) } : { wrong },
  });
  const each = [
    row('the same by `collect`, 64 at a time', '/s', ({ collected }) => collected),
    row('as quick as that', '×', ({ rate, collected }) => rate / collected),
  ];
  return {
    title: `3  Importing ${lines.toLocaleString('en-GB')} lines: ${what}`,
    rows: [
      { ...row('lines', '/s', ({ rate }) => rate), goal: atLeast(10_000, '/s') },
      ...(lines === people ? each : []),
      row('memory added', 'MB', ({ memory }) => memory),
    ],
    notes: [
      'On SQLite, in one process, as CSV. What was added stays in the store from round to round.',
    ],
  };
}

/** One delivery of a new partner; what is not right, in words, where it is not. */
async function deliver(opened: People, { lines, people }: Extent): Promise<Round | string> {
  const { rss } = process.memoryUsage();
  let most = rss;
  const watching = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 20);
  const began = performance.now();
  const done = await opened.deliver(lines).finally(() => clearInterval(watching));
  const rate = rateOf(lines, began);
  if (done.state !== 'done' || done.kept !== people) return 'not all of it went in';
  if (done.kept + (done.rejected.duplicate ?? 0) !== lines) return 'lines are missing';
  const memory = (most - rss) / 1e6;
  if (lines !== people) return { rate, memory, collected: 0 };
  const from = performance.now();
  if ((await opened.collect()) !== people) return 'not all was collected';
  return { rate, memory, collected: rateOf(people, from) };
}

function rateOf(count: number, began: number): number {
  return (count / (performance.now() - began)) * 1_000;
}
