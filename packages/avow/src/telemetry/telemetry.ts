import { faultName, type Observer, VaultError } from '@avow/vault';
import { type Attributes, SpanKind, type Tracer, trace } from '@opentelemetry/api';
import { catalogue } from './catalogue.ts';
import { type Instruments, instrumentsOf } from './instruments.ts';
import { type Loss, observerOf } from './observer.ts';
import { tell } from './span.ts';

/** What is told of an act or a record while it goes on. */
interface Watched {
  /** It had to be planned so many times. */
  plans(count: number): void;
  /** Words of the policy and of the program. Never an id, never a value. */
  says(attributes: Said): void;
}

/** What may be said of an act: each name is one of `docs/observe.md`. */
export interface Said {
  readonly 'avow.action'?: string;
  readonly 'avow.purpose'?: string;
  readonly 'avow.category'?: readonly string[];
  readonly 'avow.recipient'?: string;
  readonly 'avow.outcome'?: 'permitted' | 'refused';
  readonly 'avow.sentence'?: string;
  readonly 'avow.replayed'?: boolean;
  readonly 'avow.evidence'?: string;
  readonly 'avow.state'?: string;
}

/** Watches over one deployment. Without a registered SDK only this process counts. */
export interface Telemetry {
  readonly instruments: Instruments<typeof catalogue>;
  /** What the vault is given to tell. */
  readonly vault: Observer;
  /** Aborted, with the fault, when the vault takes nothing any more without having been asked to close. */
  readonly lost: AbortSignal;
  act<A>(work: (watched: Watched) => Promise<A>): Promise<A>;
  record<A>(work: (watched: Watched) => Promise<A>): Promise<A>;
}

/** The instrumentation scope of what the library tells. */
export const SCOPE = 'avow';

export function openTelemetry(): Telemetry {
  const tracer = trace.getTracer(SCOPE);
  const instruments = instrumentsOf(SCOPE, catalogue);
  const losing = new AbortController();
  return {
    instruments,
    vault: observerOf(tracer, instruments, (what) => losing.abort(losses[what]())),
    lost: losing.signal,
    act: (work) =>
      watch(tracer, instruments, 'act', work, (took, said, fault) =>
        instruments.record('avow.act.duration', took, {
          'avow.action': said['avow.action'],
          'avow.purpose': said['avow.purpose'],
          'avow.outcome': said['avow.outcome'],
          'error.type': fault,
        }),
      ),
    record: (work) =>
      watch(tracer, instruments, 'record', work, (took, said, fault) =>
        instruments.record('avow.record.duration', took, {
          'avow.evidence': said['avow.evidence'],
          'avow.state': said['avow.state'],
          'error.type': fault,
        }),
      ),
  };
}

/** In words for whoever keeps the process running. */
const losses: Readonly<Record<Loss, () => VaultError>> = {
  store: () =>
    new VaultError(
      'AVOW_STORE',
      'a store could not be opened again after a write that failed. What was answered is kept: see to the disk, and start again',
    ),
  log: () =>
    new VaultError(
      'AVOW_ROLLED_BACK',
      'the log in the store is no longer the one that was signed, as after a database failed over to a copy that lags. Nothing is kept any more: a start tells what is missing',
    ),
};

type Ended = (seconds: number, said: Said, fault: string | undefined) => void;

/** A span around the work, and its duration when it is over. */
function watch<A>(
  tracer: Tracer,
  instruments: Telemetry['instruments'],
  kind: 'act' | 'record',
  work: (watched: Watched) => Promise<A>,
  ended: Ended,
): Promise<A> {
  return tracer.startActiveSpan(`avow.${kind}`, { kind: SpanKind.INTERNAL }, async (span) => {
    const began = performance.now();
    let said: Said = {};
    let fault: string | undefined;
    try {
      return await work({
        plans(count) {
          if (count > 1) instruments.add('avow.act.replans', 1, { 'avow.kind': kind });
        },
        says(attributes) {
          said = { ...said, ...attributes };
        },
      });
    } catch (problem) {
      fault = faultName(problem);
      throw problem;
    } finally {
      tell(span, { ...said } as Attributes, fault);
      ended((performance.now() - began) / 1000, said, fault);
    }
  });
}
