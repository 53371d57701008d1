import type { Decided } from 'avow';
import { type Answering, type Telling, toldDecision, toldFault } from './told.ts';

/**
 * Answers with what the policy decided, in whatever answers a Request: Hono, a route of Next, a worker.
 * The value as JSON, or 403 with the sentence that refuses. `status` is that of a permission; absent: 200.
 */
export function fetchAnswer(avow: Answering) {
  return async <Value>(
    request: Request,
    decided: Decided<Value>,
    tell?: Telling<Value>,
    { status = 200 }: { readonly status?: number } = {},
  ): Promise<Response> => {
    const accepted = request.headers.get('accept-language') ?? undefined;
    const { body, ...told } = await toldDecision(avow, decided, accepted, tell);
    return new Response(body, decided.permitted ? { ...told, status } : told);
  };
}

/** The answer to a fault of the library; any other error is thrown on. `app.onError(faultAnswer)` in Hono. */
export function faultAnswer(problem: unknown): Response {
  const told = toldFault(problem);
  if (told === undefined) throw problem;
  const { body, ...head } = told;
  return new Response(body, head);
}

/** A handler of the Fetch API, such as a route of Next, that answers faults of the library by their codes. */
export function answeringFaults<Given extends unknown[]>(
  handler: (...given: Given) => Response | Promise<Response>,
): (...given: Given) => Promise<Response> {
  return async (...given) => {
    try {
      return await handler(...given);
    } catch (problem) {
      return faultAnswer(problem);
    }
  };
}
