import type { Metric, Sample } from './metric.ts';

type Attributes = Readonly<Record<string, string | number | undefined>>;

interface Series {
  readonly attributes: Readonly<Record<string, string | number>>;
  value: number;
  count: number;
  readonly buckets: number[];
}

/** Series kept apart of one metric; OpenTelemetry's own default. */
const MOST = 2_000;
/** What all further ones are counted under, as OpenTelemetry's SDKs do it. */
const OVERFLOW = { 'otel.metric.overflow': 'true' };

/** What was counted of one metric in this process, for whoever asks this process itself. */
export class Tally {
  readonly #metric: Metric;
  readonly #series = new Map<string, Series>();

  constructor(metric: Metric) {
    this.#metric = metric;
  }

  add(value: number, attributes: Attributes): void {
    this.#put(this.#seriesOf(attributes), value);
  }

  /** The same for attributes that are always the same: what they are counted under is found once. */
  under(attributes: Attributes): (value: number) => void {
    let series: Series | undefined;
    return (value) => {
      series ??= this.#seriesOf(attributes);
      this.#put(series, value);
    };
  }

  #put(series: Series, value: number): void {
    series.value += value;
    series.count += 1;
    const { bounds } = this.#metric;
    if (bounds === undefined) return;
    // Each bucket holds what lies above the one before; they are summed up when somebody asks.
    let at = 0;
    while (at < bounds.length && value > (bounds[at] as number)) at += 1;
    if (at < bounds.length) series.buckets[at] = (series.buckets[at] ?? 0) + 1;
  }

  samples(): Sample[] {
    const isHistogram = this.#metric.kind === 'histogram';
    return [...this.#series.values()].map(({ attributes, value, count, buckets }) => {
      if (!isHistogram) return { attributes, value };
      let below = 0;
      const upTo = buckets.map((each) => {
        below += each;
        return below;
      });
      return { attributes, value, count, buckets: upTo };
    });
  }

  #seriesOf(attributes: Attributes): Series {
    let key = '';
    for (const name of this.#metric.attributes) key += `${attributes[name] ?? ''}\0`;
    const known = this.#series.get(key);
    if (known !== undefined) return known;
    return this.#series.size < MOST
      ? this.#begin(key, present(attributes))
      : (this.#series.get('overflow') ?? this.#begin('overflow', OVERFLOW));
  }

  #begin(key: string, attributes: Readonly<Record<string, string | number>>): Series {
    const buckets = (this.#metric.bounds ?? []).map(() => 0);
    const series = { attributes, value: 0, count: 0, buckets };
    this.#series.set(key, series);
    return series;
  }
}

/** Attributes without those that say nothing. */
export function present(attributes: Attributes): Record<string, string | number> {
  const said = Object.entries(attributes).filter(([, text]) => text !== undefined);
  return Object.fromEntries(said) as Record<string, string | number>;
}
