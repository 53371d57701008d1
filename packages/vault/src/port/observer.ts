/**
 * Is told what goes on in a vault and how long it takes, for whoever watches over it. It is told
 * kinds, counts and codes; never an id, never a value, so nothing of it is about anybody. It is called
 * on the way of every act: it must be quick, and must not throw.
 */
export interface Observer {
  /** What to tell of one of the two stores. */
  store(which: 'data' | 'keys', engine: 'sqlite' | 'postgresql'): StoreObserver;
  /** Somebody's data keys were asked for: had at hand, or fetched and unwrapped. */
  keys(found: 'memory' | 'store'): void;
  /** A round of the sequencer begins; entries that it put into the tree, or what it failed of. */
  round(): (came: { readonly entries: number } | { readonly fault: string }) => void;
  /** A sweep of what has expired begins; rows that it removed, or what it failed of. */
  sweep(): (came: { readonly rows: number } | { readonly fault: string }) => void;
  /** Rows were removed by one act, because their time was over or their person was erased. */
  removed(rows: number, because: 'expired' | 'erased'): void;
  /**
   * The log in the store is not the one that was signed, as after a database failed over to a copy that lags:
   * nothing is kept from now on (`AVOW_ROLLED_BACK`).
   */
  broken(): void;
}

/** What is told of one store. */
export interface StoreObserver {
  /**
   * Something was handed in and waits for its turn; what is answered is called once it has its
   * outcome, with the code of the fault if it came to one.
   */
  began(operation: 'unit' | 'read' | 'scrub'): (fault?: string) => void;
  /** So many units share the transaction that begins. */
  batch(units: number): void;
  /** A unit had to wait so long for its locks: milliseconds. */
  waited(ms: number): void;
  /** A unit or a read is begun again after it met with what passes. */
  again(): void;
  /**
   * After a failed COMMIT it could not be opened again, as on a disk that is full. It is closed for good; what
   * helps is a start, which looks whether what is there is what was kept.
   */
  lost(): void;
}

const nothing = (): void => undefined;

/** Tells nobody. */
export const nobody: Observer = {
  store: () => ({
    began: () => nothing,
    batch: nothing,
    waited: nothing,
    again: nothing,
    lost: nothing,
  }),
  keys: nothing,
  round: () => nothing,
  sweep: () => nothing,
  removed: nothing,
  broken: nothing,
};

/** What a fault is told as: its code, if it is one of ours. */
export function faultName(problem: unknown): string {
  const code = problem instanceof Error && 'code' in problem ? problem.code : undefined;
  return typeof code === 'string' && code.startsWith('AVOW_') ? code : '_OTHER';
}
