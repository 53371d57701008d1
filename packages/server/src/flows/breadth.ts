import type { FlowEnd } from './flow.ts';

/** How wide a sentence is drawn: a step wider for ten times as often; a thin line for what never happened. */
export const breadth = (permitted: number): number =>
  permitted === 0 ? 0.05 : 1 + Math.log10(permitted);

/** How much of a sentence goes to one of its ends; all alike, where nothing is known to have gone. */
export function shareOf(times: number, ends: readonly FlowEnd[]): number {
  const all = ends.reduce((sum, end) => sum + end.times, 0);
  // What has not happened is a thin line beside what has.
  return all === 0 ? 1 / ends.length : Math.max(0.01, times / all);
}
