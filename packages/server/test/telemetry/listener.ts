import { context, metrics, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import {
  InMemorySpanExporter,
  SimpleSpanProcessor,
  TracerProvider,
} from '@opentelemetry/sdk-trace';

/** What OpenTelemetry's own SDK is told, as a platform's collector would be. */
export function listen() {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  const spans = new InMemorySpanExporter();
  const processor = new SimpleSpanProcessor({ exporter: spans });
  trace.setGlobalTracerProvider(new TracerProvider({ spanProcessors: [processor] }));

  const figures = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({
    exporter: figures,
    exportIntervalMillis: 3_600_000,
    exportTimeoutMillis: 30_000,
  });
  const meters = new MeterProvider({ readers: [reader] });
  metrics.setGlobalMeterProvider(meters);

  return {
    spans: () => spans.getFinishedSpans(),
    /** Looks at every metric now. */
    async metrics() {
      figures.reset();
      await meters.forceFlush();
      return figures
        .getMetrics()
        .flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics));
    },
    /** Tests that come after it in the same process are told of to nobody. */
    async stop() {
      for (const api of [trace, metrics, context]) api.disable();
      await meters.shutdown();
    },
  };
}
