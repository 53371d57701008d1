import { randomBytes } from 'node:crypto';
import { type Place, storesOf } from '../place.ts';
import { atMost, type Table } from '../report.ts';
import { type Figure, percentile, type Result } from '../rounds.ts';
import type { Allowed, Closed, Opened } from './message.ts';
import { type Process, startProcess } from './processes.ts';

const PARTNERS = 16;

/** Two server processes. Half of the partners are engaged, and ended, in each; and open in the other. */
export async function ending(
  place: Place,
  { rounds, ends }: { readonly rounds: number; readonly ends: number },
): Promise<Table> {
  const stores = { ...(await storesOf(place)), root: randomBytes(32).toString('hex') };
  const all = Array.from({ length: PARTNERS }, (_, partner) => partner);
  // One after the other: the first one makes the stores.
  const first = await startProcess({ ...stores, partners: all.slice(0, PARTNERS / 2) });
  const second = await startProcess({ ...stores, partners: all.slice(PARTNERS / 2) });
  const processes = [first, second];
  try {
    const here = await first.ask<Allowed[]>({ ask: 'engage' });
    const there = await second.ask<Allowed[]>({ ask: 'engage' });
    const p50: number[] = [];
    const p99: number[] = [];
    const opens: number[] = [];
    let wrong: string | undefined;
    for (let round = -1; round < rounds; round++) {
      const { closed, opened, seconds } = await oneRound(processes, [there, here], ends);
      wrong ??= openedWhileClosed(closed, opened);
      if (round < 0) continue; // It warms up.
      const took = closed.map((one) => one.took);
      p50.push(percentile(took, 0.5));
      p99.push(percentile(took, 0.99));
      opens.push(opened.length / seconds);
    }
    const ms = (samples: readonly number[]): Figure => ({ unit: 'ms', samples });
    const result: Result = wrong === undefined ? ms(p99) : { wrong };
    return {
      title: '5  Closing: `end` while 16 partners open, two server processes on PostgreSQL',
      rows: [
        { what: '`end`, p99', result, goal: atMost(50, 'ms'), more: { p50: ms(p50) } },
        { what: 'openings permitted meanwhile', result: { unit: '/s', samples: opens } },
      ],
      notes: [
        `${ends} ends a round; none of ${PARTNERS} partners may be let in after its end returned.`,
      ],
    };
  } finally {
    for (const process of processes) await process.close();
  }
}

async function oneRound(
  [first, second]: readonly Process[],
  [byFirst, bySecond]: readonly (readonly Allowed[])[],
  ends: number,
) {
  const begun = performance.now();
  await Promise.all([
    first!.ask({ ask: 'open', all: byFirst! }),
    second!.ask({ ask: 'open', all: bySecond! }),
  ]);
  const closed: Closed[] = [];
  for (let at = 0; at < ends; at++) {
    const partner = at % PARTNERS;
    const process = partner < PARTNERS / 2 ? first! : second!;
    closed.push(await process.ask<Closed>({ ask: 'end', partner }));
  }
  const stopped = [first!, second!].map((process) => process.ask<Opened[]>({ ask: 'stop' }));
  const opened = (await Promise.all(stopped)).flat();
  return { closed, opened, seconds: (performance.now() - begun) / 1_000 };
}

/** Says so if a partner was let in after its end had returned and before it was engaged anew. */
function openedWhileClosed(
  closed: readonly Closed[],
  opened: readonly Opened[],
): string | undefined {
  const isWrong = ({ partner, asked, answered }: Opened) =>
    closed.some((one) => one.partner === partner && asked >= one.from && answered <= one.to);
  return opened.some(isWrong) ? 'an opening was granted after the end had returned' : undefined;
}
