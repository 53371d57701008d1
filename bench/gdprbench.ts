import { startServer } from '../packages/vault/test/postgres/server.ts';
import { Contest, type Extent, HandClock } from './gdprbench/contest.ts';
import type { Engine } from './gdprbench/engine.ts';
import { type EngineName, engineNames, engines } from './gdprbench/engines.ts';
import { recordOf } from './gdprbench/record.ts';
import { type WorkloadName, workloadNames } from './gdprbench/workload.ts';
import { atLeast, type Row, type Section, type Settings, type Table } from './report.ts';
import { type Contestant, interleave, type Result, ratio } from './rounds.ts';

const extents = {
  tiny: { records: 104, operations: 30, rounds: 1 },
  quick: { records: 2_000, operations: 200, rounds: 5 },
  full: { records: 10_000, operations: 1_000, rounds: 5 },
} as const;

/** The paper's own extent: the profile `vldb20`. */
const vldb20 = { records: 100_000, operations: 10_000 };

const titles: Readonly<Record<EngineName, string>> = {
  sqlite: 'Avow on SQLite',
  postgres: 'Avow on PostgreSQL',
  compliant: 'PostgreSQL made compliant',
  plain: 'plain PostgreSQL',
};

/** As an operator of a server of its own would set it. */
const SETTINGS = { shared_buffers: '256MB', max_wal_size: '1GB' };

/** Benchmark 2: GDPRbench, each answer compared with those of a plain model. */
export const gdprbench: Section = async (settings) => {
  const { rounds, ...extent } = extentOf(settings);
  const server = await startServer(SETTINGS);
  const opened: Engine[] = [];
  try {
    const contests = {} as Record<EngineName, Contest>;
    for (const name of engineNames) {
      const clock = new HandClock();
      const engine = await engines[name](server, clock);
      opened.push(engine);
      contests[name] = new Contest(engine, clock, extent);
      await contests[name].seed();
    }
    const sizes = () => Promise.all(opened.map((engine) => engine.size()));
    const loaded = await sizes();
    const results = await interleave(contestantsOf(contests), rounds);
    const compared = engineNames.map((name) => contests[name].compared);
    const said = `${extent.records} records, ${extent.operations} operations a round`;
    return [
      ...workloadNames.map((name) => timesOf(name, results, said)),
      sizesOf(loaded, await sizes(), extent, compared),
    ];
  } finally {
    for (const engine of opened) await engine.close();
    await server.remove();
  }
};

function extentOf({ scale, large, records, operations }: Settings): Extent & { rounds: number } {
  const usual = { ...extents[scale], ...(large ? vldb20 : {}) };
  return {
    ...usual,
    ...(records === undefined ? {} : { records }),
    ...(operations === undefined ? {} : { operations }),
  };
}

const nameOf = (workload: WorkloadName, engine: EngineName) => `${workload}: ${engine}`;

function contestantsOf(contests: Readonly<Record<EngineName, Contest>>): readonly Contestant[] {
  return workloadNames.flatMap((workload) =>
    engineNames.map((engine): Contestant => {
      let round = 0;
      const measure = () => contests[engine].run(workload, round++);
      return { name: nameOf(workload, engine), unit: 's', round: measure };
    }),
  );
}

function timesOf(
  workload: WorkloadName,
  results: ReadonlyMap<string, Result>,
  extent: string,
): Table {
  const timeOf = (engine: EngineName) => results.get(nameOf(workload, engine))!;
  const times = engineNames.map((name): Row => ({ what: titles[name], result: timeOf(name) }));
  // The default engine is to be much quicker at what people and authorities ask.
  const leastOf = (engine: EngineName) =>
    engine === 'sqlite' && (workload === 'customer' || workload === 'regulator') ? 3 : 1;
  const quicker = (['sqlite', 'postgres'] as const).map(
    (engine): Row => ({
      what: `  ${titles[engine]}, times as quick as the compliant`,
      result: ratio(timeOf('compliant'), timeOf(engine)),
      goal: atLeast(leastOf(engine), '×'),
    }),
  );
  const cost: Row = {
    what: '  what compliance costs PostgreSQL',
    result: ratio(timeOf('compliant'), timeOf('plain')),
  };
  return { title: `2  GDPRbench, the ${workload}: ${extent}`, rows: [...times, ...quicker, cost] };
}

/** How many bytes are kept for each byte of personal data. */
function sizesOf(
  loaded: readonly number[],
  used: readonly number[],
  { records }: Extent,
  compared: readonly number[],
): Table {
  const seed = Array.from({ length: records }, (_, k) => recordOf(k));
  const data = seed.reduce((sum, record) => sum + record.data.length, 0);
  const all = seed.reduce((sum, record) => sum + Object.values(record).join('').length, 0);
  const factor = (bytes: number): Result => ({ unit: '×', samples: [bytes / all] });
  const rows = (when: string, bytes: readonly number[]) =>
    engineNames.map((name, at): Row => {
      const result = factor(bytes[at]!);
      const most = bytes[engineNames.indexOf('compliant')]! / all;
      const isOurs = name === 'sqlite' || name === 'postgres';
      const smaller = { text: 'smaller', met: (median: number) => median < most };
      return {
        what: `${when}: ${titles[name]}`,
        result,
        ...(isOurs ? { goal: smaller } : {}),
        more: { 'over data alone': { unit: '×', samples: [bytes[at]! / data] } },
      };
    });
  return {
    title: '2  GDPRbench, space factor over data and metadata',
    rows: [...rows('loaded', loaded), ...rows('after all rounds', used)],
    notes: [`answers compared with the oracle: ${compared.join(', ')}`],
  };
}
