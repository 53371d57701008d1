/** Upper bounds of the histogram's buckets, in seconds. */
const bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] as const;

/** One family of figures, as Prometheus' text format 0.0.4 writes it. */
export interface Family {
  readonly name: string;
  readonly type: 'counter' | 'gauge';
  readonly help: string;
  readonly samples: readonly Sample[];
}

/** One figure of a family. */
export interface Sample {
  /** Labels name routes, sentences and outcomes: never anybody. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

/** What the server counts. */
export interface Metrics {
  answered(method: string, route: string, status: number, ms: number): void;
  /** Everything counted so far, and the families handed in. */
  text(more: readonly Family[]): string;
}

interface Series {
  readonly labels: Readonly<Record<string, string>>;
  readonly buckets: number[];
  count: number;
  sum: number;
}

/** Counts answers by route pattern and status. Patterns are few, so the series are bounded. */
export function createMetrics(): Metrics {
  const series = new Map<string, Series>();
  return {
    answered(method, route, status, ms) {
      const labels = { method, route, status: String(status) };
      const key = JSON.stringify([method, route, status]);
      const one = series.get(key) ?? { labels, buckets: bounds.map(() => 0), count: 0, sum: 0 };
      series.set(key, one);
      const seconds = ms / 1000;
      one.count++;
      one.sum += seconds;
      bounds.forEach((bound, at) => {
        if (seconds <= bound) one.buckets[at] = (one.buckets[at] ?? 0) + 1;
      });
    },
    text: (more) => [histogram([...series.values()]), ...more.map(family)].join('\n').concat('\n'),
  };
}

function histogram(all: readonly Series[]): string {
  const name = 'avow_http_request_duration_seconds';
  const lines = all.flatMap(({ labels, buckets, count, sum }) => [
    ...bounds.map((le, at) =>
      line(`${name}_bucket`, { ...labels, le: String(le) }, buckets[at] ?? 0),
    ),
    line(`${name}_bucket`, { ...labels, le: '+Inf' }, count),
    line(`${name}_sum`, labels, sum),
    line(`${name}_count`, labels, count),
  ]);
  return [`# HELP ${name} How long answers took.`, `# TYPE ${name} histogram`, ...lines].join('\n');
}

function family({ name, type, help, samples }: Family): string {
  const lines = samples.map(({ labels, value }) => line(name, labels ?? {}, value));
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines].join('\n');
}

function line(name: string, labels: Readonly<Record<string, string>>, value: number): string {
  const written = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
  return `${name}${written.length > 0 ? `{${written.join(',')}}` : ''} ${value}`;
}

const escaped = (text: string) =>
  text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
