/**
 * Looks things up one read at a time: whoever asks while a read is under way shares the next one,
 * so that a crowd costs two reads and not one each. No read answers a question that came after it
 * had begun, so nobody is told what was true before they asked.
 */
export function lookUpTogether<Name, Found>(
  read: (names: readonly Name[]) => Promise<readonly Found[]>,
): (name: Name) => Promise<Found> {
  let asked = new Map<Name, PromiseWithResolvers<Found>>();
  let isReading = false;

  async function readAll(): Promise<void> {
    isReading = true;
    while (asked.size > 0) {
      const those = asked;
      asked = new Map();
      await answer(those);
    }
    isReading = false;
  }

  async function answer(those: ReadonlyMap<Name, PromiseWithResolvers<Found>>): Promise<void> {
    const promises = [...those.values()];
    try {
      const found = await read([...those.keys()]);
      // One for each name, in their order.
      for (const [at, promise] of promises.entries()) promise.resolve(found[at] as Found);
    } catch (problem) {
      for (const promise of promises) promise.reject(problem);
    }
  }

  return (name) => {
    const known = asked.get(name);
    if (known) return known.promise;
    const promise = Promise.withResolvers<Found>();
    asked.set(name, promise);
    if (!isReading) void readAll();
    return promise.promise;
  };
}
