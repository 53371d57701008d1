import { getHeapStatistics } from 'node:v8';
import { avowDecider } from './deciding/avow.ts';
import { casbinDecider } from './deciding/casbin.ts';
import { caslDecider } from './deciding/casl.ts';
import { cedarDecider } from './deciding/cedar.ts';
import type { Decider, Fetch } from './deciding/decider.ts';
import { policy } from './deciding/policy.ts';
import { type Request, requestsFor } from './deciding/requests.ts';
import { atMost, type Row, type Section, type Table } from './report.ts';
import { type Contestant, interleave, type Result, ratio, WrongAnswer } from './rounds.ts';

const sizes = {
  tiny: { rounds: 1, requests: 64, passes: 1, allocating: 1 },
  quick: { rounds: 5, requests: 1_024, passes: 64, allocating: 1_024 },
  full: { rounds: 9, requests: 1_024, passes: 512, allocating: 1_024 },
} as const;

/** A slow engine gets so many decisions a round and no more: their time is long enough to be read off. */
const SLOW = 2_048;

const fetchFact: Fetch = ({ facts }, fact) => facts[fact];

/** Benchmark 1: the same thirty rules and the same requests, by Avow's table and three other engines. */
export const decide: Section = async ({ scale }) => {
  const { rounds, requests: count, passes, allocating } = sizes[scale];
  const requests = requestsFor(policy, count);
  const avow = avowDecider(policy);
  const casl = caslDecider(policy);
  const casbin = await casbinDecider(policy);
  const cedar = cedarDecider(policy);
  const slowPasses = Math.max(1, Math.min(passes, Math.floor(SLOW / count)));

  const held = await interleave(
    [
      timeHeld(avow, requests, passes),
      timeHeld(casl, requests, passes),
      timeHeld(casbin, requests, slowPasses),
      timeHeld(cedar, requests, slowPasses),
    ],
    rounds,
  );
  const fetched = await interleave(
    [
      timeFetching(avow, requests, passes),
      timeFetching(casl, requests, passes),
      timeFetching(casbin, requests, slowPasses),
      timeFetching(cedar, requests, slowPasses),
    ],
    rounds,
  );
  const allocated = await interleave([allocation(avow, requests, allocating)], rounds);
  return [
    compare('1  Deciding: from strings to outcome', held, avow.name),
    compare('1  Deciding, with the fetching of facts', fetched, avow.name, false),
    {
      title: '1  Deciding: memory allocated by a permit',
      rows: [
        {
          what: avow.name,
          result: allocated.get(avow.name)!,
          goal: { text: 'none', met: (bytes) => bytes < 1 },
        },
      ],
      notes: [
        'Bytes of heap a decision, over a loop of decisions; less than one is the loop itself.',
      ],
    },
  ];
};

function timeHeld<P>(
  decider: Decider<P>,
  requests: readonly Request[],
  passes: number,
): Contestant {
  const prepared = requests.map((request) => decider.prepare(request));
  const pass = () => prepared.map((one) => decider.decide(one));
  return {
    name: decider.name,
    unit: 'ns',
    round() {
      checkAnswers(pass(), requests);
      return timeEach(prepared, passes, (one) => decider.decide(one));
    },
  };
}

function timeFetching<P>(
  decider: Decider<P>,
  requests: readonly Request[],
  passes: number,
): Contestant {
  const one = (request: Request) => decider.decideFetching(request, fetchFact);
  return {
    name: decider.name,
    unit: 'ns',
    round() {
      checkAnswers(requests.map(one), requests);
      return timeEach(requests, passes, one);
    },
  };
}

function checkAnswers(answers: readonly boolean[], requests: readonly Request[]): void {
  const wrong = answers.filter((answer, at) => answer !== requests[at]!.permitted).length;
  if (wrong > 0) throw new WrongAnswer(`${wrong} of ${requests.length} answers differ`);
}

/** Nanoseconds for each decision. Half of the answers are yes, and they are counted, so that none can be left out. */
function timeEach<T>(items: readonly T[], passes: number, decide: (item: T) => boolean): number {
  let permitted = 0;
  const start = process.hrtime.bigint();
  for (let pass = 0; pass < passes; pass++) {
    for (let at = 0; at < items.length; at++) if (decide(items[at]!)) permitted += 1;
  }
  const elapsed = Number(process.hrtime.bigint() - start);
  if (permitted !== passes * Math.floor(items.length / 2)) throw new WrongAnswer('miscounted');
  return elapsed / (passes * items.length);
}

/** Bytes of heap that V8 has handed out for each decision of a permitted request. */
function allocation<P>(
  decider: Decider<P>,
  requests: readonly Request[],
  passes: number,
): Contestant {
  const prepared = requests
    .filter(({ permitted }) => permitted)
    .map((request) => decider.prepare(request));
  return {
    name: decider.name,
    unit: 'B',
    round() {
      let permitted = 0;
      const before = getHeapStatistics().total_allocated_bytes;
      for (let pass = 0; pass < passes; pass++) {
        for (let at = 0; at < prepared.length; at++) {
          if (decider.decide(prepared[at]!)) permitted += 1;
        }
      }
      const after = getHeapStatistics().total_allocated_bytes;
      if (permitted !== passes * prepared.length) throw new WrongAnswer('a permit was refused');
      return (after - before) / permitted;
    },
  };
}

function compare(
  title: string,
  results: ReadonlyMap<string, Result>,
  ours: string,
  hasGoal = true,
): Table {
  const own = results.get(ours)!;
  const rows = [...results].flatMap(([what, result]): Row[] => {
    if (what === ours) return [{ what, result, ...(hasGoal ? { goal: atMost(150, 'ns') } : {}) }];
    const quicker: Row = { what: `${what}, as a multiple of Avow`, result: ratio(result, own) };
    const goal = { text: '> 1 ×', met: (times: number) => times > 1 };
    return [{ what, result }, hasGoal && what.startsWith('CASL') ? { ...quicker, goal } : quicker];
  });
  return { title, rows };
}
