import { join } from 'node:path';
import { openPeople, type People } from './importing/people.ts';
import { atLeast, type Row, type Section, type Table } from './report.ts';

const sizes = {
  tiny: { rounds: 1, people: 20 },
  quick: { rounds: 2, people: 2_000 },
  full: { rounds: 4, people: 20_000 },
} as const;

const LARGE = 1_000_000;

/** What one round found. */
interface Round {
  /** Lines a second. */
  readonly rate: number;
  /** The most memory that the process had more of than at the beginning, in MB. */
  readonly memory: number;
}

/** Benchmark 3, its last goal: a delivery of a partner is taken in, each line a decision with its entries. */
export const importing: Section = async (settings) => {
  const { rounds, people } = sizes[settings.scale];
  const opened = await openPeople({ folder: join(settings.folder, 'importing') }, people);
  try {
    return [
      await measure('a line about each person', opened, { rounds, lines: people, kept: people }),
      ...(settings.large ? [await large(opened, people)] : []),
    ];
  } finally {
    await opened.close();
  }
};

/** Most of its lines are about people who had one before: what is looked at here is memory. */
const large = (opened: People, people: number): Promise<Table> =>
  measure('a million lines, most of them rejects', opened, {
    rounds: 1,
    lines: LARGE,
    kept: people,
  });

async function measure(
  what: string,
  opened: People,
  {
    rounds,
    lines,
    kept,
  }: { readonly rounds: number; readonly lines: number; readonly kept: number },
): Promise<Table> {
  const found: Round[] = [];
  let wrong: string | undefined;
  for (let round = 0; round < rounds && wrong === undefined; round++) {
    const came = await deliver(opened, lines, kept);
    if (typeof came === 'string') wrong = came;
    else found.push(came);
  }
  const row = (name: string, unit: string, of: (round: Round) => number): Row => ({
    what: name,
    result: wrong === undefined ? { unit, samples: found.map(of) } : { wrong },
  });
  return {
    title: `3  Importing ${lines.toLocaleString('en-GB')} lines: ${what}`,
    rows: [
      { ...row('lines', '/s', ({ rate }) => rate), goal: atLeast(10_000, '/s') },
      row('memory added', 'MB', ({ memory }) => memory),
    ],
    notes: [
      'On SQLite, in one process, as CSV. What was added stays in the store from round to round.',
    ],
  };
}

/** One delivery of a new partner; what is not right, in words, where it is not. */
async function deliver(opened: People, lines: number, kept: number): Promise<Round | string> {
  const { rss } = process.memoryUsage();
  let most = rss;
  const watching = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 20);
  const began = performance.now();
  const done = await opened.deliver(lines).finally(() => clearInterval(watching));
  const took = performance.now() - began;
  if (done.state !== 'done' || done.kept !== kept) return 'not all of it went in';
  if (done.kept + (done.rejected.duplicate ?? 0) !== lines) return 'lines are missing';
  return { rate: (lines / took) * 1_000, memory: (most - rss) / 1e6 };
}
