import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Metrics } from '../metrics/metrics.ts';
import { codeOf } from './problem.ts';

/**
 * All that may be written of a request. A line has these fields and no others: no address, no URL,
 * no header, no body, no message of an error, for each of them can hold a personal value.
 */
export interface RequestLine {
  readonly request: string;
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

/** Names each request, and writes one line of it when it is answered. */
export function requestLog(log: RequestLog, metrics: Metrics): MiddlewareHandler {
  return async (c, next) => {
    const began = performance.now();
    const request = randomUUID();
    c.set('requestId', request);
    await next();
    c.header('x-request-id', request);
    const ms = performance.now() - began;
    const line: RequestLine = {
      request,
      method: methods.has(c.req.method) ? c.req.method : 'OTHER',
      // The last handler that ran; `/*` is a mounted application, or nothing at all.
      route: routePath(c),
      status: c.res.status,
      ms: Math.round(ms * 10) / 10,
      ...(c.error && { code: codeOf(c.error) }),
    };
    metrics.answered(line.method, line.route, line.status, ms);
    if (line.status < 500) log.info(line);
    else log.error({ ...line, ...(c.error && { frames: framesOf(c.error) }) });
  };
}

/** The places of a stack, without the message before them. */
function framesOf(error: Error): string[] {
  const { stack = '', message } = error;
  const afterMessage = stack.slice(stack.indexOf(message) + message.length);
  return afterMessage.match(/(?<=^\s+at ).*(?=$)/gm)?.slice(0, 8) ?? [];
}
