import { createGate } from '@avow/server';

/**
 * Work that goes on after the answer. Whatever depends on whether an address is known is done here, so
 * that neither the answer nor the time it takes can tell.
 */
export interface Later {
  /** Takes work up; resolves before it is done. Rejects with `AVOW_BUSY` if too much waits already. */
  take(work: () => Promise<void>): Promise<void>;
  /** Resolves once everything that was taken up is done. */
  settled(): Promise<void>;
}

const atOnce = 2;
const waiting = 256;

/** `fault` is told of what went wrong: there is nobody left to answer. */
export function later(fault: (problem: unknown) => void): Later {
  const gate = createGate({ atOnce, waiting });
  const doing = new Set<Promise<void>>();
  return {
    async take(work) {
      // The gate's own refusal, which says how long to wait.
      if (gate.load.waiting >= waiting) return gate.through(async () => {});
      const done = gate.through(work).catch(fault);
      doing.add(done);
      void done.finally(() => doing.delete(done));
    },
    async settled() {
      while (doing.size > 0) await Promise.all(doing);
    },
  };
}
