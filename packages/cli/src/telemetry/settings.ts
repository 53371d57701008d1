import { UsageError } from '../arguments/usage.ts';

/** What is exported by OTLP, and how, by OpenTelemetry's own variables. */
export interface Export {
  readonly traces: boolean;
  readonly metrics: boolean;
  /** Milliseconds between two exports of metrics. */
  readonly interval: number;
  readonly sampler: Sampler;
}

/** Which traces are kept: all of them, or a share; and whether the caller's choice comes first. */
export interface Sampler {
  readonly share: number;
  readonly parentFirst: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the variables of OpenTelemetry's specification (SDK environment variables, OTLP exporter).
 * Undefined where no endpoint is named: then nothing is exported, and nothing of it is loaded.
 * `UsageError` names a variable that asks for what is not there.
 */
export function exportIn(environment: Environment): Export | undefined {
  if (environment['OTEL_SDK_DISABLED']?.toLowerCase() === 'true') return undefined;
  const traces = isWanted(environment, 'TRACES');
  const metrics = isWanted(environment, 'METRICS');
  if (!traces && !metrics) return undefined;
  for (const name of ['', 'TRACES_', 'METRICS_']) mustBeProtobuf(environment, name);
  return { traces, metrics, interval: intervalIn(environment), sampler: samplerIn(environment) };
}

function isWanted(environment: Environment, signal: 'TRACES' | 'METRICS'): boolean {
  const { [`OTEL_${signal}_EXPORTER`]: exporter = 'otlp' } = environment;
  if (exporter !== 'otlp' && exporter !== 'none') {
    throw new UsageError(`OTEL_${signal}_EXPORTER is otlp or none; "${exporter}" is neither.`);
  }
  const endpoint =
    environment[`OTEL_EXPORTER_OTLP_${signal}_ENDPOINT`] ||
    environment['OTEL_EXPORTER_OTLP_ENDPOINT'];
  return exporter === 'otlp' && Boolean(endpoint);
}

function mustBeProtobuf(environment: Environment, signal: string): void {
  const name = `OTEL_EXPORTER_OTLP_${signal}PROTOCOL`;
  const { [name]: protocol = 'http/protobuf' } = environment;
  if (protocol === 'http/protobuf') return;
  throw new UsageError(`${name} is http/protobuf; "${protocol}" is not spoken here.`);
}

function intervalIn({ OTEL_METRIC_EXPORT_INTERVAL: text = '60000' }: Environment): number {
  if (/^[1-9]\d{2,8}$/.test(text)) return Number(text);
  throw new UsageError(`OTEL_METRIC_EXPORT_INTERVAL is milliseconds from 100; "${text}" is not.`);
}

function samplerIn(environment: Environment): Sampler {
  const { OTEL_TRACES_SAMPLER: name = 'parentbased_always_on' } = environment;
  const { OTEL_TRACES_SAMPLER_ARG: text = '1' } = environment;
  const [, parent, kind] = /^(parentbased_)?(always_on|always_off|traceidratio)$/.exec(name) ?? [];
  const shares = { always_on: 1, always_off: 0, traceidratio: Number(text) } as const;
  const share = shares[kind as keyof typeof shares];
  if (share >= 0 && share <= 1) return { share, parentFirst: parent !== undefined };
  const asked = kind === undefined ? name : `${name} with "${text}"`;
  throw new UsageError(`OTEL_TRACES_SAMPLER has no sampler called ${asked}.`);
}
