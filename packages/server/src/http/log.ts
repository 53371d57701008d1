import { type DestinationStream, pino } from 'pino';
import type { RequestLine, RequestLog } from './request-log.ts';

/**
 * A log of JSON lines (pino). It writes the fields of a `RequestLine` one by one, so that nothing
 * else gets into a line, whatever an object that is handed over may carry besides.
 */
export function createLog(destination?: DestinationStream): RequestLog {
  const options = { base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const log = destination ? pino(options, destination) : pino(options);
  return {
    info: (line) => log.info(allowed(line)),
    error: (line) => log.error(allowed(line)),
  };
}

function allowed(line: RequestLine): RequestLine {
  const { request, trace, method, route, status, ms, code, frames } = line;
  return {
    request,
    ...(trace && { trace }),
    method,
    route,
    status,
    ms,
    ...(code && { code }),
    ...(frames && { frames }),
  };
}
