import type { Observer, StoreObserver } from '@avow/vault';
import { context, SpanKind, type Tracer, trace } from '@opentelemetry/api';
import type { catalogue } from './catalogue.ts';
import type { Instruments } from './instruments.ts';
import { tell } from './span.ts';

type Own = Instruments<typeof catalogue>;

/** Puts what the vault tells into spans and figures. */
export function observerOf(tracer: Tracer, instruments: Own): Observer {
  return {
    store: (which, engine) => storeObserver(tracer, instruments, which, engine),
    keys: (found) => instruments.add('avow.keys.lookups', 1, { 'avow.found': found }),

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
): StoreObserver {
  const namespace = { 'db.namespace': which };
  const store = { 'db.system.name': engine, ...namespace };
  return {
    began(operation) {
      const began = performance.now();
      const attributes = { ...store, 'db.operation.name': operation };
      instruments.add('avow.store.pending', 1, store);
      // What goes on in the background has no act to belong to; it is counted, and makes no trace.
      const span =
        trace.getSpan(context.active()) &&
        tracer.startSpan(`${operation} ${which}`, { kind: SpanKind.CLIENT, attributes });
      return (fault) => {
        instruments.add('avow.store.pending', -1, store);
        const told = { ...attributes, 'error.type': fault };
        instruments.record('db.client.operation.duration', secondsSince(began), told);
        if (span !== undefined) tell(span, {}, fault);
      };
    },
    batch: (units) => instruments.record('avow.store.batch.size', units, namespace),
    waited: (ms) => instruments.record('avow.store.lock.wait', ms / 1000, namespace),
    again: () => instruments.add('avow.store.retries', 1, namespace),
  };
}

const secondsSince = (began: number): number => (performance.now() - began) / 1000;
