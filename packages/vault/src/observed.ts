import { faultName, type StoreObserver } from './port/observer.ts';
import type { ScrubbingStore } from './port/store.ts';

/** A store that tells what is handed to it, and what came of it. */
export function observed(store: ScrubbingStore, observer: StoreObserver): ScrubbingStore {
  async function told<A>(operation: 'unit' | 'read' | 'scrub', work: () => Promise<A>): Promise<A> {
    const ended = observer.began(operation);
    try {
      const answer = await work();
      ended();
      return answer;
    } catch (problem) {
      ended(faultName(problem));
      throw problem;
    }
  }
  return {
    ...store,
    run: (unit) => told('unit', () => store.run(unit)),
    read: (reads) => told('read', () => store.read(reads)),
    scrub: () => told('scrub', () => store.scrub()),
  };
}
