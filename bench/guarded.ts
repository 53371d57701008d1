import { type Access, inProcess, overHttp } from './guarding/access.ts';
import { type EngineName, engines } from './guarding/engines.ts';
import { type Kind, operations } from './guarding/operations.ts';
import { type Load, load } from './load.ts';
import { flushRate } from './logging/flush.ts';
import { type Place, placeIn, type Storage, withPlace } from './place.ts';
import { atLeast, atMost, type Row, type Section, type Settings, type Table } from './report.ts';
import { difference, interleave, type Result, ratio } from './rounds.ts';

const sizes = {
  // As many people as clients, so that each has one to write to alone.
  tiny: { rounds: 1, milliseconds: 5, people: 100 },
  quick: { rounds: 5, milliseconds: 100, people: 200 },
  full: { rounds: 7, milliseconds: 400, people: 1_000 },
} as const;

const clientCounts = [1, 10, 100] as const;
const kinds: readonly Kind[] = ['read', 'write'];
const titles: Readonly<Record<EngineName, string>> = {
  avow: 'Avow',
  bare: '(a) no policy, encryption or ledger',
  usual: '(b) plain vault of the usual shape',
};
const engineNames = Object.keys(engines) as EngineName[];

/** Benchmark 3: one person's record read, and written: decided, recorded durably, answered. */
export const guarded: Section = async (settings) => {
  const onSqlite = await withPlace('SQLite', 'guarded', settings, async (place) => [
    ...(await measure('in process, on SQLite', inProcess, placeIn(place, 'called'), settings)),
    ...(await measure('over HTTP, on SQLite', overHttp, placeIn(place, 'served'), settings)),
  ]);
  const onPostgres = await withPlace('PostgreSQL', 'guarded', settings, (place) =>
    measure('over HTTP, on PostgreSQL', overHttp, place, settings),
  );
  return [...onSqlite, ...onPostgres];
};

type Where = `${'in process' | 'over HTTP'}, on ${Storage}`;
type Open = (name: EngineName, place: Place, count: number) => Promise<Access>;
type Accesses = Readonly<Record<EngineName, Access>>;

async function measure(
  where: Where,
  open: Open,
  place: Place,
  settings: Settings,
): Promise<readonly Table[]> {
  const { rounds, milliseconds, people } = sizes[settings.scale];
  const opened = await Promise.all(
    engineNames.map(
      async (name) => [name, await open(name, placeIn(place, name), people)] as const,
    ),
  );
  try {
    const accesses = Object.fromEntries(opened) as Accesses;
    const flushes = flushRate(settings.folder, milliseconds);
    const trials = kinds.flatMap((kind) => trialsOf(kind, accesses, milliseconds));
    const loads = trials.flatMap((trial) => engineNames.map((name) => trial.loads[name]));
    const results = await interleave([flushes, ...loads], rounds);
    const flush = timeOf(results.get(flushes.name)!);
    return kinds.map((kind) => ({
      title: `3  The guarded ${kind}, ${where}`,
      rows: trials
        .filter((trial) => trial.kind === kind)
        .flatMap((trial) => rowsOf(trial, results, flush, where)),
    }));
  } finally {
    await Promise.all(opened.map(([, access]) => access.close()));
  }
}

/** The same thing done by as many clients to each of the engines. */
interface Trial {
  readonly kind: Kind;
  readonly clients: number;
  readonly loads: Readonly<Record<EngineName, Load>>;
}

function trialsOf(kind: Kind, accesses: Accesses, milliseconds: number): readonly Trial[] {
  return clientCounts.map((clients) => {
    const loads = engineNames.map((engine) => {
      const name = `${kind} by ${clients}: ${engine}`;
      const operation = operations[kind](accesses[engine], clients);
      return [engine, load({ name, clients, milliseconds, ...operation })] as const;
    });
    return { kind, clients, loads: Object.fromEntries(loads) as Trial['loads'] };
  });
}

/** The goals are stated for the server; in process the same figures stand without them. */
function rowsOf(
  { clients, loads }: Trial,
  results: ReadonlyMap<string, Result>,
  flush: Result,
  where: Where,
): readonly Row[] {
  const rate = (engine: EngineName) => results.get(loads[engine].name)!;
  const median = (engine: EngineName): Result => {
    const result = rate(engine);
    return 'wrong' in result ? result : loads[engine].latency(0.5);
  };
  const withGoal = (row: Row): Row => {
    const { goal, ...rest } = row;
    return where.startsWith('over HTTP') ? row : rest;
  };
  const who = clients === 1 ? '1 client' : `${clients} clients`;
  const rates = engineNames.map((engine): Row => {
    const more = { p50: loads[engine].latency(0.5), p99: loads[engine].latency(0.99) };
    return { what: `${who}: ${titles[engine]}`, result: rate(engine), more };
  });
  const longer = {
    what: '  longer than (a) at the median, less one flush',
    result: difference(difference(median('avow'), median('bare')), flush),
    goal: atMost(0.2, 'ms'),
  };
  const share = { what: '  as a share of (a)', result: ratio(rate('avow'), rate('bare')) };
  const times = { what: '  as a multiple of (b)', result: ratio(rate('avow'), rate('usual')) };
  const faster = { text: '> 1 ×', met: (times: number) => times > 1 };
  switch (clients) {
    case 1:
      return [...rates, withGoal(longer), share, times];
    case 100:
      return [
        ...rates,
        withGoal({ ...share, goal: atLeast(0.7, '×') }),
        withGoal({ ...times, goal: faster }),
      ];
    default:
      return [...rates, share, withGoal({ ...times, goal: faster })];
  }
}

/** How long one takes, in milliseconds, from how many there are in a second. */
function timeOf(rate: Result): Result {
  if ('wrong' in rate) return rate;
  return { unit: 'ms', samples: rate.samples.map((perSecond) => 1_000 / perSecond) };
}
