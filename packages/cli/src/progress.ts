import type { Place } from './arguments/command.ts';
import { line } from './words/page.ts';

/** How often a long copy tells how far it is, in milliseconds. */
const TELL_MS = 1_000;

/** Tells how far a copy is, now and then. */
export function teller({ say }: Place) {
  let told = performance.now();
  return (half: 'data' | 'keys', done: number, total: number): void => {
    if (performance.now() - told < TELL_MS) return;
    told = performance.now();
    const percent = Math.floor((100 * done) / total);
    say({ page: [line(`${half}: ${percent} %`)], data: { progress: { half, done, total } } });
  };
}
