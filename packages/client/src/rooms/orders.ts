import type { Recorded, RunningOut } from '../decision.ts';
import type { Call, Once } from '../http/call.ts';
import type { Category, PolicyWords } from '../words.ts';

/** Who serves an order besides its sides, and what its part needs. */
export interface Serving<P extends PolicyWords> {
  readonly party: string;
  readonly categories: readonly Category<P>[];
}

export interface Order<P extends PolicyWords> {
  readonly order: string;
  readonly state: 'open' | 'disputed' | 'closed';
  /** In the order given. One who was erased is absent. */
  readonly sides: readonly {
    readonly person: string;
    /** When it first performed, wholly or in part, and when it had performed wholly. */
    readonly performed: string | null;
    readonly completed: string | null;
    readonly asked: { readonly at: string; readonly categories: readonly Category<P>[] } | null;
  }[];
  readonly serving: readonly Serving<P>[];
}

/** The register that facts are read from: who serves whom, who performed, who asked. */
export function orders<P extends PolicyWords>(call: Call) {
  const step =
    <Body>(route: 'performOrder' | 'askInOrder' | 'disputeOrder' | 'settleOrder') =>
    (order: string, what: Body, once: Once = {}) =>
      call<Order<P> & Recorded>(route, { params: { order }, body: what, ...once });
  return {
    open: (
      what: {
        readonly order: string;
        readonly sides: readonly [string, string];
        readonly serving?: readonly Serving<P>[];
      },
      once: Once = {},
    ) => call<Order<P> & Recorded>('openOrder', { body: what, ...once }),
    get: (order: string) => call<Order<P>>('getOrder', { params: { order } }),
    /** `part`: it performed in part, and owes the rest. Absent: wholly. */
    perform: step<{ readonly by: string; readonly part?: boolean }>('performOrder'),
    ask: step<{ readonly by: string; readonly categories: readonly Category<P>[] }>('askInOrder'),
    dispute: step<{ readonly by: string }>('disputeOrder'),
    /** The dispute is over, and the order goes on. */
    settle: step<{ readonly by: string }>('settleOrder'),
    /** The service to both sides ends with it, and what was handed over for it opens no more. */
    close: (order: string, once: Once = {}) =>
      call<Order<P> & Recorded & RunningOut>('closeOrder', { params: { order }, ...once }),
  };
}
