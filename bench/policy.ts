import {
  type Change,
  check,
  type Difference,
  diff,
  type Policy,
  type Proof,
  prove,
} from '@avow/policy';
import { harbourMarket, marketPolicy } from '@avow/policy-market';
import { type Generated, generatePolicy } from './proving/generated.ts';
import { atMost, type Section, single } from './report.ts';
import { type Contestant, interleave, WrongAnswer } from './rounds.ts';

const sizes = {
  tiny: { rounds: 1, extent: { clauses: 20, categories: 20, purposes: 10 } },
  quick: { rounds: 5, extent: { clauses: 500, categories: 200, purposes: 50 } },
  full: { rounds: 9, extent: { clauses: 500, categories: 200, purposes: 50 } },
} as const;

/** Benchmark 6: what the author of a policy waits for. No baseline; the goals are plain times. */
export const policy: Section = async ({ scale }) => {
  const { rounds, extent } = sizes[scale];
  const market = marketTask();
  const generated = generatedTask(generatePolicy(extent));
  const first = single('ms', run(market));
  const steps = [market, generated].flatMap(stepsOf);
  const results = await interleave(steps, rounds);
  const ofTask = (task: Task) =>
    stepsOf(task).map(({ name }) => ({ what: name, result: results.get(name)! }));
  const inAll = (task: Task, limit: number) => {
    const name = `${task.name}: check + prove + diff`;
    return { what: name, result: results.get(name)!, goal: atMost(limit, 'ms') };
  };
  const { clauses, categories, purposes } = extent;
  return [
    {
      title: '6  The market policy',
      rows: [
        ...ofTask(market).slice(1),
        inAll(market, 100),
        {
          what: `${market.name}: the first time in a process`,
          result: first,
          goal: atMost(100, 'ms'),
        },
      ],
    },
    {
      title: `6  A generated policy: ${clauses} clauses, ${categories} categories, ${purposes} purposes`,
      rows: [...ofTask(generated).slice(1), inAll(generated, 2_000)],
    },
  ];
};

/** A policy, another to tell it from, and what the answers must be. */
interface Task {
  readonly name: string;
  readonly before: Policy;
  readonly after: Policy;
  verify(proofs: readonly Proof[], difference: Difference): void;
}

/** The market policy, against itself with the other setting for cookies. */
function marketTask(): Task {
  const before = marketPolicy(harbourMarket);
  const after = marketPolicy({ ...harbourMarket, cookies: 'unless-refused' });
  return {
    name: 'market',
    before,
    after,
    verify(proofs, difference) {
      if (proofs.some(({ kind }) => kind === 'broken'))
        throw new WrongAnswer('a promise is broken');
      if (!difference.major) throw new WrongAnswer('cookies without a yes are a major change');
    },
  };
}

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

function stepsOf(task: Task): readonly Contestant[] {
  const { name, before, after } = task;
  const step = (what: string, round: () => number) => ({
    name: `${name}: ${what}`,
    unit: 'ms',
    round,
  });
  return [
    step('check + prove + diff', () => run(task)),
    step('check', () => time(() => check(before))),
    step('prove', () => time(() => prove(before))),
    step('diff', () => time(() => diff(before, after))),
  ];
}

function run({ before, after, verify }: Task): number {
  const start = performance.now();
  const findings = check(before);
  const proofs = prove(before);
  const difference = diff(before, after);
  const elapsed = performance.now() - start;
  const error = findings.find(({ severity }) => severity === 'error');
  if (error !== undefined) throw new WrongAnswer(`check found ${error.code}`);
  verify(proofs, difference);
  return elapsed;
}

function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
