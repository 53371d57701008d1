import { join } from 'node:path';
import { type DataKeys, isFault, type Vault } from '@avow/vault';
import { decide, file, register } from './erasing/person.ts';
import { freshVault } from './logging/vault.ts';
import { atMost, type Row, type Section, type Settings, type Table } from './report.ts';
import { percentile } from './rounds.ts';

const sizes = {
  tiny: { rounds: 1, records: 1_200 },
  quick: { rounds: 3, records: 20_000 },
  full: { rounds: 5, records: 100_000 },
} as const;

const LARGE = 1_000_000;
/** How many decide meanwhile. */
const CLIENTS = 8;

/** What one round found: durations in ms, a rate in rows a second. */
interface Round {
  readonly answered: number;
  readonly rate: number;
  readonly alone: number;
  readonly beside: number;
  /** What the process has more of at the end of the sweep than at its beginning, in MB. */
  readonly memory: number;
}

/** Benchmark 5: a person with very many records is erased, while others go on. */
export const erasing: Section = async (settings) => {
  const { rounds, records } = sizes[settings.scale];
  return [
    await measure(settings, rounds, records),
    ...(settings.large ? [await measure(settings, 1, LARGE)] : []),
  ];
};

async function measure({ folder }: Settings, rounds: number, records: number): Promise<Table> {
  const vault = await freshVault({ folder: join(folder, `erasing-${records}`) });
  try {
    const other = await register(vault);
    const found: Round[] = [];
    let wrong: string | undefined;
    for (let round = 0; round < rounds && wrong === undefined; round++) {
      const came = await eraseOne(vault, other, records);
      if (typeof came === 'string') wrong = came;
      else found.push(came);
    }
    const row = (what: string, unit: string, of: (round: Round) => number): Row => ({
      what,
      result: wrong === undefined ? { unit, samples: found.map(of) } : { wrong },
    });
    const refused = row('refused everywhere, keys destroyed', 'ms', ({ answered }) => answered);
    return {
      title: `5  Erasing a person with ${records.toLocaleString('en-GB')} records`,
      rows: [
        { ...refused, goal: atMost(50, 'ms') },
        row('ciphertext swept', '/s', ({ rate }) => rate),
        row(`p99 of ${CLIENTS} who decide, alone`, 'ms', ({ alone }) => alone),
        row('the same beside the sweep', 'ms', ({ beside }) => beside),
        row('memory added by the sweep', 'MB', ({ memory }) => memory),
      ],
      notes: ['On SQLite, in one process. Decisions are durable, so a flush is in each.'],
    };
  } finally {
    await vault.close();
  }
}

/** One person filed and erased; what is not right, in words, where it is not. */
async function eraseOne(vault: Vault, other: DataKeys, records: number): Promise<Round | string> {
  const keys = await register(vault);
  const digest = await file(vault, keys, records);
  const alone = await decisionsUntil(vault, other, after(500));
  const { rss } = process.memoryUsage();
  const began = performance.now();
  const { swept } = await vault.erase(keys.person);
  const answered = performance.now() - began;
  const reads = [
    { table: 'blind', by: 'key', equals: ['email', digest], limit: 1 },
    { table: 'record', by: 'person', equals: [keys.person], limit: 1 },
  ] as const;
  if ((await vault.read(reads))[0].length > 0) return 'still found by its index';
  const refused = await decide(vault, keys).catch((problem) => isFault(problem, 'AVOW_ERASED'));
  if (refused !== true) return 'not refused';
  const beside = await decisionsUntil(vault, other, swept);
  const took = performance.now() - began - answered;
  const memory = (process.memoryUsage().rss - rss) / 1e6;
  if ((await vault.read(reads))[1].length > 0) return 'not swept';
  return { answered, rate: (records / took) * 1_000, alone, beside, memory };
}

/** The 99th percentile of how long decisions take until something is over. */
async function decisionsUntil(vault: Vault, keys: DataKeys, over: Promise<void>): Promise<number> {
  const took: number[] = [];
  let isOver = false;
  const ending = over.then(() => {
    isOver = true;
  });
  const clients = Array.from({ length: CLIENTS }, async () => {
    do {
      const began = performance.now();
      await decide(vault, keys);
      took.push(performance.now() - began);
    } while (!isOver);
  });
  await Promise.all([ending, ...clients]);
  return percentile(took, 0.99);
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
