/** One metric: what it counts or measures, in which unit, and told apart by which attributes. */
export interface Metric {
  /**
   * `counter` only rises; `updown` rises and falls with what is under way; `gauge` is looked at when
   * somebody asks, and so is `total`, a sum that is kept elsewhere; `histogram` takes single values.
   */
  readonly kind: 'counter' | 'updown' | 'gauge' | 'total' | 'histogram';
  /** UCUM, as OpenTelemetry writes it: `s`, or what is counted in braces. */
  readonly unit: string;
  /** In the order in which they are written. All are words of the policy, of the program or codes. */
  readonly attributes: readonly string[];
  /** What it tells, in one sentence. */
  readonly about: string;
  /** Upper bounds of a histogram's buckets. */
  readonly bounds?: readonly number[];
}

/** Metrics by their names. */
export type Catalogue = Readonly<Record<string, Metric>>;

/** Names of the metrics of some kinds. */
export type Named<C extends Catalogue, K extends Metric['kind']> = {
  [N in keyof C]: C[N]['kind'] extends K ? N : never;
}[keyof C] &
  string;

/** The attributes of a metric; one may be left out where it says nothing. */
export type AttributesOf<M extends Metric> = {
  readonly [A in M['attributes'][number]]?: string | number | undefined;
};

/** What was counted under some attributes. */
export interface Sample {
  readonly attributes: Readonly<Record<string, string | number>>;
  /** The sum, or what it is now; of a histogram, the sum of its values. */
  readonly value: number;
  /** Of a histogram: how many values, in all and up to each bound. */
  readonly count?: number;
  readonly buckets?: readonly number[];
}

/** A metric with what was counted of it in this process. */
export interface Figure extends Metric {
  readonly name: string;
  readonly samples: readonly Sample[];
}

/** Durations of requests and acts: from a quarter of a millisecond to ten seconds. */
export const seconds = [
  0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
] as const;

const metric =
  <K extends Metric['kind']>(kind: K) =>
  <const A extends readonly string[]>(unit: string, about: string, ...attributes: A) => ({
    kind,
    unit,
    attributes,
    about,
  });

/** Each kind of metric, by its unit, what it tells and its attributes: see {@link Metric}. */
export const counter = metric('counter');
export const updown = metric('updown');
export const gauge = metric('gauge');
export const total = metric('total');

/** A histogram, with the upper bounds of its buckets. */
export const histogram = <const A extends readonly string[]>(
  unit: string,
  bounds: readonly number[],
  about: string,
  ...attributes: A
) => ({ ...metric('histogram')(unit, about, ...attributes), bounds });
