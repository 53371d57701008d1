/** Work that goes on after its caller has been answered. */
export interface Background {
  /** Aborted when it is time to stop; long work looks at it between two steps. */
  readonly signal: AbortSignal;
  /**
   * Lets it run; a fault is reported. The promise returned resolves when it is over, and never
   * rejects.
   */
  run(work: () => Promise<unknown>): Promise<void>;
  /** Asks everything to stop, and resolves when it has. */
  stop(): Promise<void>;
}

export function openBackground(report: (fault: unknown) => void): Background {
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  return {
    signal: stopping.signal,
    run(work) {
      const done: Promise<void> = work()
        .then(() => undefined, report)
        .finally(() => running.delete(done));
      running.add(done);
      return done;
    },
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}
