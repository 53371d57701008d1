import { type Tracer, trace } from '@opentelemetry/api';
import { type Instruments, instrumentsOf } from 'avow/telemetry';
import { catalogue } from './catalogue.ts';

/** What the server tells of itself. */
export interface Telemetry {
  readonly tracer: Tracer;
  readonly instruments: Instruments<typeof catalogue>;
}

/** The instrumentation scope of what the server tells. */
const SCOPE = '@avow/server';

export function openTelemetry(): Telemetry {
  const instruments = instrumentsOf(SCOPE, catalogue);
  instruments.look('process.memory.usage', async () => [
    { attributes: {}, value: process.memoryUsage.rss() },
  ]);
  instruments.look('process.uptime', async () => [{ attributes: {}, value: process.uptime() }]);
  return { tracer: trace.getTracer(SCOPE), instruments };
}
