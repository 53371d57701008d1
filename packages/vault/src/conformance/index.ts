import { changing } from './changing.ts';
import { deciding } from './deciding.ts';
import type { Cases, Engine, Runner } from './engine.ts';
import { failing } from './failing.ts';
import { reading } from './reading.ts';
import { time } from './time.ts';
import { values } from './values.ts';

export type { Case, Cases, Engine, Expect, Runner } from './engine.ts';

/** The contract of the storage port, as cases. */
export const contract: { readonly [topic: string]: Cases } = {
  values,
  reading,
  changing,
  deciding,
  time,
  failing,
};

/**
 * Registers the contract of the storage port as tests of one engine. `make` gives each case an
 * engine in an empty place of its own.
 *
 * @example
 * describeStore('sqlite', makeSqliteEngine, { describe, it, expect });
 */
export function describeStore(name: string, make: () => Promise<Engine>, runner: Runner): void {
  for (const [topic, cases] of Object.entries(contract)) {
    runner.describe(`${name}: ${topic}`, () => {
      for (const [sentence, run] of Object.entries(cases)) {
        runner.it(sentence, async () => {
          const engine = await make();
          try {
            await run(engine, runner.expect);
          } finally {
            await engine.discard();
          }
        });
      }
    });
  }
}
