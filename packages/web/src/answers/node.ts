import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Decided } from 'avow';
import { type Answering, type Telling, type Told, toldDecision, toldFault } from './told.ts';

/**
 * Answers with what the policy decided, in Express and in plain `node:http`: the value as JSON, or 403 with
 * the sentence that refuses. A status that was set before, such as 201, stays with a permission.
 */
export function nodeAnswer(avow: Answering) {
  return async <Value>(
    request: IncomingMessage,
    response: ServerResponse,
    decided: Decided<Value>,
    tell?: Telling<Value>,
  ): Promise<void> => {
    const told = await toldDecision(avow, decided, request.headers['accept-language'], tell);
    send(response, decided.permitted ? { ...told, status: response.statusCode } : told);
  };
}

/**
 * The last middleware of an Express application: a fault of the library becomes its status and code, as
 * 404 for somebody who is not known or 410 for who was erased. All other errors go on to the next one.
 */
export function nodeFaults() {
  return (
    problem: unknown,
    _request: IncomingMessage,
    response: ServerResponse,
    next: (problem?: unknown) => void,
  ): void => {
    const told = response.headersSent ? undefined : toldFault(problem);
    if (told === undefined) next(problem);
    else send(response, told);
  };
}

function send(response: ServerResponse, { status, headers, body }: Told): void {
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.end(body);
}
