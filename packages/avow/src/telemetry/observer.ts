import type { Observer, StoreObserver } from '@avow/vault';
import { context, SpanKind, type Tracer, trace } from '@opentelemetry/api';
import type { catalogue } from './catalogue.ts';
import type { Instruments } from './instruments.ts';
import { tell } from './span.ts';

type Own = Instruments<typeof catalogue>;

/** Why nothing is taken any more. */
export type Loss = 'store' | 'log';

/** Puts what the vault tells into spans and figures. `onLost` hears of what only a new start can help. */
export function observerOf(
  tracer: Tracer,
  instruments: Own,
  onLost: (what: Loss) => void,
): Observer {
  const found = {
    memory: instruments.under('avow.keys.lookups', { 'avow.found': 'memory' }),
    store: instruments.under('avow.keys.lookups', { 'avow.found': 'store' }),
  };
  return {
    store: (which, engine) => ({
      ...storeObserver(tracer, instruments, which, engine),
      lost: () => onLost('store'),
    }),
    keys: (where) => found[where](1),

    round() {
      const started = Date.now();
      const began = performance.now();
      return (came) => {
        // Most rounds find nothing to do; nobody wants to read of them.
        if ('entries' in came && came.entries === 0) return;
        const fault = 'fault' in came ? came.fault : undefined;
        const took = secondsSince(began);
        instruments.record('avow.log.round.duration', took, { 'error.type': fault });
        const entries = 'entries' in came ? came.entries : 0;
        if (entries > 0) instruments.add('avow.log.entries', entries, {});
        const span = tracer.startSpan('avow.log.round', { root: true, startTime: started });
        tell(span, { 'avow.entries': entries }, fault);
      };
    },

    sweep() {
      const started = Date.now();
      const began = performance.now();
      return (came) => {
        const fault = 'fault' in came ? came.fault : undefined;
        const rows = 'rows' in came ? came.rows : 0;
        instruments.record('avow.sweep.duration', secondsSince(began), { 'error.type': fault });
        const span = tracer.startSpan('avow.sweep', { root: true, startTime: started });
        tell(span, { 'avow.rows': rows }, fault);
      };
    },

    broken: () => onLost('log'),

    removed(rows, because) {
      if (rows > 0) instruments.add('avow.sweep.rows', rows, { 'avow.because': because });
    },
  };
}

function storeObserver(
  tracer: Tracer,
  instruments: Own,
  which: 'data' | 'keys',
  engine: 'sqlite' | 'postgresql',
): Omit<StoreObserver, 'lost'> {
  const namespace = { 'db.namespace': which };
  const store = { 'db.system.name': engine, ...namespace };
  const pending = instruments.under('avow.store.pending', store);
  const operations = {
    unit: operationOf(instruments, { ...store, 'db.operation.name': 'unit' }),
    read: operationOf(instruments, { ...store, 'db.operation.name': 'read' }),
    scrub: operationOf(instruments, { ...store, 'db.operation.name': 'scrub' }),
  };
  const wait = instruments.under('avow.store.lock.wait', namespace);
  const retry = instruments.under('avow.store.retries', namespace);
  return {
    began(name) {
      const began = performance.now();
      const { attributes, took } = operations[name];
      pending(1);
      // What goes on in the background has no act to belong to; it is counted, and makes no trace.
      const isPart = trace.getSpan(context.active())?.isRecording();
      const options = { kind: SpanKind.CLIENT, attributes };
      const span = isPart ? tracer.startSpan(`${name} ${which}`, options) : undefined;
      return (fault) => {
        pending(-1);
        took(secondsSince(began), fault);
        if (span !== undefined) tell(span, {}, fault);
      };
    },
    batch: instruments.under('avow.store.batch.size', namespace),
    waited: (ms) => wait(ms / 1000),
    again: () => retry(1),
  };
}

/** One kind of operation on one store, and how to say how long one took. */
function operationOf(instruments: Own, attributes: OperationAttributes) {
  const well = instruments.under('db.client.operation.duration', attributes);
  return {
    attributes,
    took(seconds: number, fault: string | undefined): void {
      if (fault === undefined) well(seconds);
      else {
        const told = { ...attributes, 'error.type': fault };
        instruments.record('db.client.operation.duration', seconds, told);
      }
    },
  };
}

type OperationAttributes = Readonly<
  Record<'db.system.name' | 'db.namespace' | 'db.operation.name', string>
>;

const secondsSince = (began: number): number => (performance.now() - began) / 1000;
