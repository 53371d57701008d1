import type { Load } from './load.ts';
import { flushRate } from './logging/flush.ts';
import { plainInserts } from './logging/inserts.ts';
import { hashAll, proveSome, Tree, verifyAll } from './logging/tree.ts';
import { freshVault } from './logging/vault.ts';
import { auditLog, ENTRY, writers } from './logging/writers.ts';
import { type Place, withPlace } from './place.ts';
import { atLeast, type Row, type Section, type Settings, type Table } from './report.ts';
import { interleave, type Result, ratio } from './rounds.ts';

const sizes = {
  tiny: { rounds: 1, milliseconds: 20, entries: 2_000 },
  quick: { rounds: 5, milliseconds: 300, entries: 100_000 },
  full: { rounds: 7, milliseconds: 1_500, entries: 1_000_000 },
} as const;

const LARGE = 10_000_000;
const counts = [1, 16, 256] as const;

/** Benchmark 4: entries made durable, and a whole log verified. */
export const ledger: Section = async (settings) => [
  await withPlace('SQLite', 'ledger', settings, (place) => writing(settings, place)),
  await withPlace('PostgreSQL', 'ledger', settings, (place) => writingToPostgres(settings, place)),
  await verifying(settings),
  ...(settings.large ? [await provingLarge(settings)] : []),
];

async function writing({ scale, folder }: Settings, place: Place): Promise<Table> {
  const { rounds, milliseconds } = sizes[scale];
  const vault = await freshVault(place);
  try {
    const flushes = flushRate(folder, milliseconds);
    const groups = counts.map((count) => writers(vault, count, milliseconds));
    const measured = await interleave([flushes, ...groups], rounds);
    const audit = await auditLog(vault);
    const results = audit.ok ? measured : allWrong(measured, audit.failure.kind);
    const flushed = results.get(flushes.name)!;
    const goals = [undefined, atLeast(30_000, '/s'), atLeast(80_000, '/s')];
    const rows = groups.map(({ name, latency }, at): Row => {
      const goal = goals[at];
      const more = { p50: latency(0.5), p99: latency(0.99) };
      return {
        what: name,
        result: results.get(name)!,
        more,
        ...(goal === undefined ? {} : { goal }),
      };
    });
    const share = ratio(results.get(groups[0]!.name)!, flushed);
    return {
      title: `4  The ledger on SQLite: durable entries of ${ENTRY} B`,
      rows: [
        { what: flushes.name, result: flushed },
        { what: '1 writer, as a share of the flushes', result: share, goal: atLeast(0.8, '×') },
        ...rows,
      ],
      notes: ['Rates include the time in which the entries come into the tree.'],
    };
  } finally {
    await vault.close();
  }
}

/** What a server can do is its own; so here each rate stands beside that of plain inserts. */
async function writingToPostgres({ scale }: Settings, place: Place): Promise<Table> {
  const { rounds, milliseconds } = sizes[scale];
  const vault = await freshVault(place);
  const plain = await plainInserts(place.server!, counts, milliseconds);
  try {
    const groups = counts.map((count) => writers(vault, count, milliseconds));
    const turns = groups.flatMap((group, at) => [plain.loads[at]!, group]);
    const measured = await interleave(turns, rounds);
    const audit = await auditLog(vault);
    const results = audit.ok ? measured : allWrong(measured, audit.failure.kind);
    const row = ({ name, latency }: Load): Row => {
      const more = { p50: latency(0.5), p99: latency(0.99) };
      return { what: name, result: results.get(name)!, more };
    };
    const rows = groups.flatMap((group, at) => {
      const yardstick = plain.loads[at]!;
      const share = ratio(results.get(group.name)!, results.get(yardstick.name)!);
      return [row(yardstick), row(group), { what: '  as a share of those', result: share }];
    });
    return { title: `4  The ledger on PostgreSQL: durable entries of ${ENTRY} B`, rows };
  } finally {
    await plain.close();
    await vault.close();
  }
}

function allWrong(results: ReadonlyMap<string, Result>, kind: string) {
  return new Map([...results.keys()].map((name) => [name, { wrong: `the audit found ${kind}` }]));
}

async function verifying({ scale }: Settings): Promise<Table> {
  const { rounds, entries } = sizes[scale];
  const tree = new Tree(entries, ENTRY);
  const [verify, hash, prove] = [verifyAll(tree), hashAll(entries, ENTRY), proveSome(tree)];
  const results = await interleave([verify, hash, prove], rounds);
  const times = ratio(results.get(verify.name)!, results.get(hash.name)!);
  return {
    title: `4  The ledger: verifying ${entries.toLocaleString('en-GB')} entries of ${ENTRY} B`,
    rows: [
      { what: 'verifying all of them', result: results.get(verify.name)! },
      { what: 'SHA-256 of as many leaves and nodes', result: results.get(hash.name)! },
      { what: 'verifying, as a multiple of that', result: times },
      { what: 'making a proof', result: results.get(prove.name)! },
    ],
  };
}

async function provingLarge({ scale }: Settings): Promise<Table> {
  const prove = proveSome(new Tree(LARGE, 8));
  const results = await interleave([prove], sizes[scale].rounds);
  return {
    title: `4  The ledger: a tree of ${LARGE.toLocaleString('en-GB')} entries`,
    rows: [{ what: 'making a proof', result: results.get(prove.name)! }],
  };
}
