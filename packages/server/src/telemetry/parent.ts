import {
  type Context,
  context,
  isSpanContextValid,
  ROOT_CONTEXT,
  TraceFlags,
  trace,
} from '@opentelemetry/api';

/** W3C Trace Context §3.2: version, trace-id, parent-id, flags. Later versions may have more. */
const form = /^(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?$/;

/**
 * The context that a request belongs to: a span that is active already (the platform's own
 * instrumentation was here before us), else the one that `traceparent` names. Nothing else of it is
 * taken in: `tracestate` and `baggage` hold text of the caller's making, which would travel on with
 * every span.
 */
export function parentOf(headers: Headers): Context {
  const active = context.active();
  if (trace.getSpan(active) !== undefined) return active;
  const [, traceId = '', spanId = '', flags = '0'] =
    form.exec(headers.get('traceparent') ?? '') ?? [];
  const traceFlags = Number.parseInt(flags, 16) & TraceFlags.SAMPLED;
  const named = { traceId, spanId, traceFlags, isRemote: true };
  return isSpanContextValid(named) ? trace.setSpanContext(ROOT_CONTEXT, named) : ROOT_CONTEXT;
}
