/** What is to be let go of when this process ends before its time, as by ^C. */
const owed = new Set<() => void>();

process.once('exit', () => {
  for (const end of owed) end();
});

/** Runs `end` if the process ends before the answer, a way to say that it is done with, is called. */
export function owing(end: () => void): () => void {
  const one = (): void => {
    try {
      end();
    } catch {
      // The others must have their turn.
    }
  };
  owed.add(one);
  return () => void owed.delete(one);
}
