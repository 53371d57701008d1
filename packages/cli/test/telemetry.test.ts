import { describe, expect, test } from 'vitest';
import { exportIn } from '../src/telemetry/settings.ts';

const somewhere = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318' };

describe('what is exported', () => {
  test.each([
    {},
    { OTEL_SERVICE_NAME: 'a' },
    { ...somewhere, OTEL_SDK_DISABLED: 'true' },
    { ...somewhere, OTEL_TRACES_EXPORTER: 'none', OTEL_METRICS_EXPORTER: 'none' },
  ])('is nothing with %o', (environment) => {
    expect(exportIn(environment)).toBeUndefined();
  });

  test('is both where one endpoint is named, and each by its own', () => {
    expect(exportIn(somewhere)).toEqual({
      traces: true,
      metrics: true,
      interval: 60_000,
      sampler: { share: 1, parentFirst: true },
    });
    const endpoint = 'http://localhost/traces';
    expect(exportIn({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: endpoint })).toMatchObject({
      traces: true,
      metrics: false,
    });
    expect(exportIn({ ...somewhere, OTEL_TRACES_EXPORTER: 'none' })).toMatchObject({
      traces: false,
      metrics: true,
    });
  });

  test.each([
    ['always_off', '1', { share: 0, parentFirst: false }],
    ['traceidratio', '0.25', { share: 0.25, parentFirst: false }],
    ['parentbased_traceidratio', '0.5', { share: 0.5, parentFirst: true }],
  ])('is sampled by %s', (OTEL_TRACES_SAMPLER, OTEL_TRACES_SAMPLER_ARG, sampler) => {
    const environment = { ...somewhere, OTEL_TRACES_SAMPLER, OTEL_TRACES_SAMPLER_ARG };
    expect(exportIn(environment)?.sampler).toEqual(sampler);
  });

  test.each([
    ['OTEL_TRACES_EXPORTER', 'jaeger'],
    ['OTEL_METRICS_EXPORTER', 'prometheus'],
    ['OTEL_EXPORTER_OTLP_PROTOCOL', 'grpc'],
    ['OTEL_TRACES_SAMPLER', 'jaeger_remote'],
    ['OTEL_METRIC_EXPORT_INTERVAL', '5'],
  ])('is refused where %s asks for %s, which is not there', (name, value) => {
    expect(() => exportIn({ ...somewhere, [name]: value })).toThrow(name);
  });

  test('is refused where a share of traces is none', () => {
    const shares = { OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '2' };
    expect(() => exportIn({ ...somewhere, ...shares })).toThrow('OTEL_TRACES_SAMPLER');
  });
});
