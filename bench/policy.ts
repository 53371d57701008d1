import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Change, check, diff, prove } from '@avow/policy';
import { type Generated, generatePolicy } from './proving/generated.ts';
import { marketTask } from './proving/market.ts';
import { carryOut, type Task } from './proving/task.ts';
import { atMost, type Section } from './report.ts';
import { type Contestant, interleave, WrongAnswer } from './rounds.ts';

const sizes = {
  tiny: { rounds: 1, extent: { clauses: 20, categories: 20, purposes: 10 } },
  quick: { rounds: 5, extent: { clauses: 500, categories: 200, purposes: 50 } },
  full: { rounds: 9, extent: { clauses: 500, categories: 200, purposes: 50 } },
} as const;

/** Benchmark 6: what the author of a policy waits for. No baseline; the goals are plain times. */
export const policy: Section = async ({ scale }) => {
  const { rounds, extent } = sizes[scale];
  const market = stepsOf(marketTask());
  const generated = stepsOf(generatedTask(generatePolicy(extent)));
  const steps = [firstTime, ...market.each, market.all, ...generated.each, generated.all];
  const results = await interleave(steps, rounds);
  const row = ({ name }: Contestant) => ({ what: name, result: results.get(name)! });
  const { clauses, categories, purposes } = extent;
  return [
    {
      title: '6  The market policy',
      rows: [
        ...market.each.map(row),
        { ...row(market.all), goal: atMost(100, 'ms') },
        { ...row(firstTime), goal: atMost(100, 'ms') },
      ],
    },
    {
      title: `6  A generated policy: ${clauses} clauses, ${categories} categories, ${purposes} purposes`,
      rows: [...generated.each.map(row), { ...row(generated.all), goal: atMost(2_000, 'ms') }],
    },
  ];
};

function generatedTask({ policy, later, added, kept, broken }: Generated): Task {
  return {
    name: 'generated',
    before: policy,
    after: later,
    verify(proofs, { changes }) {
      const proven = proofs.filter(({ kind }) => kind === 'proven').length;
      const refuted = proofs.filter(({ kind }) => kind === 'broken').map(({ promise }) => promise);
      if (proven !== kept || refuted.join() !== broken) throw new WrongAnswer('proofs differ');
      const isAdded = (change: Change) => change.kind === 'possible' && change.sentence === added;
      if (changes.length === 0 || !changes.every(isAdded)) throw new WrongAnswer('changes differ');
    },
  };
}

function stepsOf(task: Task): { each: readonly Contestant[]; all: Contestant } {
  const { name, before, after } = task;
  const step = (what: string, round: () => number): Contestant => ({
    name: `${name}: ${what}`,
    unit: 'ms',
    round,
  });
  return {
    each: [
      step('check', () => time(() => check(before))),
      step('prove', () => time(() => prove(before))),
      step('diff', () => time(() => diff(before, after))),
    ],
    all: step('check + prove + diff', () => carryOut(task)),
  };
}

/** The market policy in a fresh process each time, without the start of the process itself. */
const firstTime: Contestant = {
  name: 'market: all three, the first time in a process',
  unit: 'ms',
  async round() {
    const child = fork(join(import.meta.dirname, 'proving', 'first.ts'));
    const told = once(child, 'message');
    const [status] = await once(child, 'exit');
    if (status !== 0) throw new WrongAnswer('the process failed');
    const [elapsed] = await told;
    return elapsed;
  },
};

function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
