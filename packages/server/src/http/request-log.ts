import { randomUUID } from 'node:crypto';
import { context, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { parentOf } from '../telemetry/parent.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { codeOf } from './problem.ts';

/**
 * All that may be written of a request. A line has these fields and no others: no address, no URL,
 * no header, no body, no message of an error, for each of them can hold a personal value.
 */
export interface RequestLine {
  readonly request: string;
  /** The trace that it belongs to: the caller's, if it named one in `traceparent`. */
  readonly trace?: string;
  readonly method: string;
  /** The pattern of the route (`/v1/subjects/:person`), never the path that was asked for. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
  readonly code?: string;
  /** Where an internal fault arose: places in the program. */
  readonly frames?: readonly string[];
}

/** Takes the lines: `error` those of faults of ours, `info` all others. */
export interface RequestLog {
  info(line: RequestLine): void;
  error(line: RequestLine): void;
}

declare module 'hono' {
  interface ContextVariableMap {
    /** Names this request in the log and in problems. Made here; what a caller sends is not taken. */
    readonly requestId: string;
  }
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/**
 * Names each request, puts it into a trace, and tells of it once when it is answered: a line in the
 * log, a span, a value of a histogram.
 */
export function requestLog(log: RequestLog, { tracer, instruments }: Telemetry): MiddlewareHandler {
  return async (c, next) => {
    const began = performance.now();
    const request = randomUUID();
    c.set('requestId', request);
    const method = methods.has(c.req.method) ? c.req.method : '_OTHER';
    const scheme = c.req.url.startsWith('https:') ? 'https' : 'http';
    const active = { 'http.request.method': method, 'url.scheme': scheme };
    const parent = parentOf(c.req.raw.headers);
    // The route is known afterwards only; the path, which may name somebody, is never told.
    const span = tracer.startSpan(method, { kind: SpanKind.SERVER, attributes: active }, parent);
    instruments.add('http.server.active_requests', 1, active);

    await context.with(trace.setSpan(parent, span), next);

    c.header('x-request-id', request);
    const ms = performance.now() - began;
    const line = lineOf(c, request, span, method, ms);
    tellSpan(span, line);
    instruments.add('http.server.active_requests', -1, active);
    instruments.record('http.server.request.duration', ms / 1000, {
      ...active,
      'http.route': line.route,
      'http.response.status_code': line.status,
      'error.type': line.code,
    });
    if (line.status < 500) log.info(line);
    else log.error({ ...line, ...(c.error && { frames: framesOf(c.error) }) });
  };
}

function lineOf(c: Context, request: string, span: Span, method: string, ms: number): RequestLine {
  const { traceId } = span.spanContext();
  return {
    request,
    ...(/[^0]/.test(traceId) && { trace: traceId }),
    method,
    // The last handler that ran; `/*` is a mounted application, or nothing at all.
    route: routePath(c),
    status: c.res.status,
    ms: Math.round(ms * 10) / 10,
    ...(c.error && { code: codeOf(c.error) }),
  };
}

/** OpenTelemetry's conventions for HTTP servers, without what can name somebody: path, query, address. */
function tellSpan(span: Span, { method, route, status, code }: RequestLine): void {
  if (span.isRecording()) {
    span.updateName(`${method} ${route}`);
    span.setAttributes({ 'http.route': route, 'http.response.status_code': status });
    if (code !== undefined) span.setAttribute('error.type', code);
    if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
  }
  span.end();
}

/** The places of a stack, without the message before them. */
function framesOf(error: Error): string[] {
  const { stack = '', message } = error;
  const afterMessage = stack.slice(stack.indexOf(message) + message.length);
  return afterMessage.match(/(?<=^\s+at ).*(?=$)/gm)?.slice(0, 8) ?? [];
}
