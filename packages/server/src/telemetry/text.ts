import type { Figure, Sample } from 'avow/telemetry';

/**
 * Figures as Prometheus' text format 0.0.4 writes them, under the names that OpenTelemetry's
 * specification gives them there: dots become underscores, the unit is added, and to what only
 * rises `_total`.
 */
export function prometheusText(figures: readonly Figure[]): string {
  return figures.map(family).join('\n').concat('\n');
}

function family(figure: Figure): string {
  const name = prometheusName(figure);
  return [
    `# HELP ${name} ${figure.about}`,
    `# TYPE ${name} ${typeOf(figure)}`,
    ...figure.samples.flatMap((sample) => lines(figure, name, sample)),
  ].join('\n');
}

const units: Readonly<Record<string, string>> = { s: 'seconds', By: 'bytes' };

/** The name of a metric in Prometheus: `avow.act.duration` in seconds is `avow_act_duration_seconds`. */
function prometheusName({ name, unit, kind }: Pick<Figure, 'name' | 'unit' | 'kind'>): string {
  const plain = name.replaceAll(/[^A-Za-z0-9]/g, '_');
  const suffix = units[unit];
  const whole = suffix === undefined ? plain : `${plain}_${suffix}`;
  return kind === 'counter' || kind === 'total' ? `${whole}_total` : whole;
}

function typeOf({ kind }: Figure): string {
  switch (kind) {
    case 'counter':
    case 'total':
      return 'counter';
    case 'updown':
    case 'gauge':
      return 'gauge';
    case 'histogram':
      return 'histogram';
    default:
      return kind satisfies never;
  }
}

function lines({ bounds = [] }: Figure, name: string, sample: Sample): string[] {
  const { attributes, value, count, buckets } = sample;
  if (count === undefined || buckets === undefined) return [line(name, attributes, value)];
  const bucket = (le: string, upTo: number) => line(`${name}_bucket`, attributes, upTo, le);
  return [
    ...bounds.map((bound, at) => bucket(String(bound), buckets[at] ?? 0)),
    bucket('+Inf', count),
    line(`${name}_sum`, attributes, value),
    line(`${name}_count`, attributes, count),
  ];
}

function line(name: string, attributes: Sample['attributes'], value: number, le?: string): string {
  const labels = Object.entries(attributes).map(([label, text]) => [
    label.replaceAll(/[^A-Za-z0-9]/g, '_'),
    String(text),
  ]);
  if (le !== undefined) labels.push(['le', le]);
  const written = labels.map(([label, text]) => `${label}="${escaped(text ?? '')}"`);
  return `${name}${written.length > 0 ? `{${written.join(',')}}` : ''} ${value}`;
}

const escaped = (text: string) =>
  text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
