import { context, metrics, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-proto';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { version } from '../version.ts';
import type { Export, Sampler } from './settings.ts';

/** What is exported until it is told to stop. */
interface Exporting {
  /** Sends what is left. A collector that cannot be reached keeps nobody from stopping. */
  stop(): Promise<void>;
}

/**
 * Registers OpenTelemetry's SDK, which reads endpoint, headers and certificates from the variables of
 * its specification. It must be there before the library is opened. Nothing is detected of host or
 * process: a command line may say more than it should.
 */
export function startExport({ traces, metrics: figures, interval, sampler }: Export): Exporting {
  const resource = resourceFromAttributes({
    'service.name': 'avow',
    'service.version': version(),
  }).merge(detectResources({ detectors: [envDetector] }));
  const stops: (() => Promise<void>)[] = [];

  if (traces) {
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
    const exporter = new OTLPTraceExporter();
    const spanProcessors = [new BatchSpanProcessor({ exporter })];
    const provider = new TracerProvider({ resource, spanProcessors, sampler: samplerOf(sampler) });
    trace.setGlobalTracerProvider(provider);
    stops.push(() => provider.shutdown());
  }
  if (figures) {
    const exporter = new OTLPMetricExporter();
    const reader = new PeriodicExportingMetricReader({
      exporter,
      exportIntervalMillis: interval,
      exportTimeoutMillis: Math.min(interval, 30_000),
    });
    const provider = new MeterProvider({ resource, readers: [reader] });
    metrics.setGlobalMeterProvider(provider);
    stops.push(() => provider.shutdown());
  }
  return {
    async stop() {
      await Promise.allSettled(stops.map((stop) => stop()));
    },
  };
}

function samplerOf({ share, parentFirst }: Sampler) {
  const root = new TraceIdRatioBasedSampler(share);
  return parentFirst ? new ParentBasedSampler({ root }) : root;
}
