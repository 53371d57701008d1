import type { Words } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import { countedAs, type Desk, type GroundCount, grounds } from '../face/desk.ts';
import { type CountBody, countsOf } from '../register/desk/count.ts';
import { readNow } from '../rows/reading.ts';

/** Counts by ground and month: sums that were written down with what they count, and nothing else. */
export function reportWith({ vault }: Deployment): Desk<Words>['report'] {
  return async () => {
    const rows = await readNow(vault, ...grounds.map(countsOf));
    return grounds.flatMap((ground) =>
      rows
        .of(countsOf(ground))
        .map((row) => JSON.parse(row.body) as CountBody)
        .sort((a, b) => (a.month < b.month ? -1 : 1))
        .map(({ month, counts }): GroundCount => {
          const [opened, delivered, refused, appealed, undone] = countedAs.map(
            (each) => counts[each] ?? 0,
          ) as [number, number, number, number, number];
          return { ground, month, opened, delivered, refused, appealed, undone };
        }),
    );
  };
}
