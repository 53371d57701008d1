import {
  type Attributes,
  type Counter,
  type Histogram,
  type Meter,
  metrics,
  type ObservableResult,
  type UpDownCounter,
} from '@opentelemetry/api';
import type { AttributesOf, Catalogue, Figure, Metric, Named, Sample } from './metric.ts';
import { present, Tally } from './tally.ts';

/** Looks at what is kept elsewhere, when somebody asks. */
export type Look = () => Promise<readonly Sample[]>;

/**
 * The metrics of a catalogue, to be recorded. Each value goes two ways: to whatever SDK the platform
 * has registered with OpenTelemetry's API (without one, nowhere), and into a tally of this process,
 * which `/metrics` prints.
 */
export interface Instruments<C extends Catalogue> {
  /** Adds to a counter, or to what is under way. */
  add<N extends Named<C, 'counter' | 'updown'>>(
    name: N,
    value: number,
    attributes: AttributesOf<C[N]>,
  ): void;
  /** One value of a histogram. */
  record<N extends Named<C, 'histogram'>>(
    name: N,
    value: number,
    attributes: AttributesOf<C[N]>,
  ): void;
  /** Either of them, for attributes that are always the same: cheaper, on a way taken often. */
  under<N extends Named<C, 'counter' | 'updown' | 'histogram'>>(
    name: N,
    attributes: AttributesOf<C[N]>,
  ): (value: number) => void;
  /** Says where a gauge or a total is to be looked up. */
  look<N extends Named<C, 'gauge' | 'total'>>(name: N, look: Look): void;
  /** All of it, as counted in this process. */
  figures(): Promise<Figure[]>;
  /** Looks no more. */
  close(): void;
}

/** Whether every attribute says something. */
function isWhole(attributes: AttributesOf<Metric>): boolean {
  for (const name in attributes) if (attributes[name] === undefined) return false;
  return true;
}

type Recorder = (value: number, attributes: Attributes) => void;

/**
 * Makes the instruments of a catalogue under the name of a scope. An SDK must have been registered
 * before: the API hands none on that comes later.
 */
export function instrumentsOf<const C extends Catalogue>(
  scope: string,
  catalogue: C,
): Instruments<C> {
  const meter = metrics.getMeter(scope);
  const kept = new Map<string, { readonly tally: Tally; readonly record: Recorder }>();
  const looks = new Map<string, Look>();
  const closers: (() => void)[] = [];
  for (const [name, metric] of Object.entries(catalogue)) {
    const record = recorderOf(meter, name, metric);
    if (record !== undefined) kept.set(name, { tally: new Tally(metric), record });
  }

  function take(name: string, value: number, attributes: AttributesOf<Metric>): void {
    const one = kept.get(name);
    one?.tally.add(value, attributes);
    one?.record(value, isWhole(attributes) ? attributes : present(attributes));
  }

  async function samplesOf(name: string): Promise<readonly Sample[]> {
    const tally = kept.get(name)?.tally;
    // A gauge that cannot be looked at now says nothing; the others are told all the same.
    return (
      tally?.samples() ??
      (await looks
        .get(name)?.()
        .catch(() => [])) ??
      []
    );
  }

  return {
    add: take,
    record: take,
    under(name, attributes) {
      const one = kept.get(name);
      if (one === undefined) return () => undefined;
      const tally = one.tally.under(attributes);
      const told = present(attributes);
      return (value) => {
        tally(value);
        one.record(value, told);
      };
    },
    look(name, look) {
      looks.set(name, look);
      const metric = catalogue[name];
      if (metric !== undefined) closers.push(lookedAt(meter, name, metric, look));
    },
    figures: () =>
      Promise.all(
        Object.entries(catalogue).map(async ([name, metric]) => ({
          name,
          ...metric,
          samples: await samplesOf(name),
        })),
      ),
    close() {
      for (const close of closers.splice(0)) close();
      looks.clear();
    },
  };
}

/** How a value is handed on to OpenTelemetry; undefined for what is looked at instead. */
function recorderOf(meter: Meter, name: string, metric: Metric): Recorder | undefined {
  const { unit, about: description, bounds } = metric;
  switch (metric.kind) {
    case 'counter':
      return adding(meter.createCounter(name, { unit, description }));
    case 'updown':
      return adding(meter.createUpDownCounter(name, { unit, description }));
    case 'histogram': {
      const advice = bounds ? { advice: { explicitBucketBoundaries: [...bounds] } } : {};
      return recording(meter.createHistogram(name, { unit, description, ...advice }));
    }
    case 'gauge':
    case 'total':
      return undefined;
    default:
      return metric.kind satisfies never;
  }
}

const adding =
  (counter: Counter | UpDownCounter): Recorder =>
  (value, attributes) =>
    counter.add(value, attributes);

const recording =
  (histogram: Histogram): Recorder =>
  (value, attributes) =>
    histogram.record(value, attributes);

function lookedAt(meter: Meter, name: string, metric: Metric, look: Look): () => void {
  const { unit, about: description } = metric;
  const make = metric.kind === 'total' ? 'createObservableCounter' : 'createObservableGauge';
  const instrument = meter[make](name, { unit, description });
  const observe = async (result: ObservableResult) => {
    for (const { value, attributes } of await look()) result.observe(value, attributes);
  };
  instrument.addCallback(observe);
  return () => instrument.removeCallback(observe);
}
