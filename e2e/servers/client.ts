import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

/** An answer of `/v1`. A test reads what it expects and fails where that is not there. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  // biome-ignore lint/suspicious/noExplicitAny: the answer's shape is what is being tested
  readonly body: any;
}

export interface Asking {
  readonly body?: unknown;
  /** The Idempotency-Key; a new one if not said. */
  readonly once?: string;
}

/** Asks one server with one key, over connections that are kept. */
export interface Client {
  (method: string, path: string, asking?: Asking): Promise<Answer>;
  close(): void;
}

export function clientOf(url: string, key: string): Client {
  const agent = new Agent({ keepAlive: true });

  function ask(
    method: string,
    path: string,
    { body, once = randomUUID() }: Asking = {},
  ): Promise<Answer> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers: Record<string, string> = { authorization: `Bearer ${key}` };
    if (method !== 'GET') headers['idempotency-key'] = once;
    if (text !== undefined) headers['content-type'] = 'application/json';
    return new Promise<Answer>((resolve, reject) => {
      const sent = request(`${url}${path}`, { method, headers, agent }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const told = Buffer.concat(parts).toString('utf8');
          const isJson = response.headers['content-type']?.includes('json') ?? false;
          const { statusCode: status = 0, headers } = response;
          resolve({ status, headers, body: isJson ? JSON.parse(told) : told });
        });
      });
      // A server may let go of an idle connection at the very moment at which it is used again: nothing
      // was read of the request then, so it is asked once more (Node's documentation of `reusedSocket`).
      sent.on('error', (fault: NodeJS.ErrnoException) => {
        if (sent.reusedSocket && fault.code === 'ECONNRESET') {
          ask(method, path, { body, once }).then(resolve, reject);
        } else reject(fault);
      });
      sent.end(text);
    });
  }

  return Object.assign(ask, { close: () => agent.destroy() });
}

/** The body of an answer that must be a success. */
export async function granted(asked: Promise<Answer>): Promise<Answer['body']> {
  const { status, body } = await asked;
  if (status === 200 || status === 201) return body;
  throw new Error(`answered ${status} ${body?.code}`);
}
