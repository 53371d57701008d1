import { textOf } from '../visits/fetch.ts';

/** What comes to the desk is small: a name, or a form of a few fields. */
export const MOST = 16 * 1024;

/** The request with its body read, wherever it came from; undefined: it is too large, and read no further. */
export async function small(request: Request): Promise<Request | undefined> {
  if (request.body === null) return request;
  const body = await textOf(request, MOST);
  const { url, method, headers } = request;
  return body === undefined ? undefined : new Request(url, { method, headers, body });
}
