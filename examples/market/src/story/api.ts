import { randomUUID } from 'node:crypto';
import { type Answer, answerOf, Differs, type Told } from './answer.ts';

type Body = Readonly<Record<string, unknown>>;

/** The platform itself, as a program: it speaks to `/v1` with its key. */
export interface Api {
  get<T>(path: string): Promise<T>;
  /** Writes, with a retry key of its own. */
  write<T>(method: 'POST' | 'PATCH' | 'PUT' | 'DELETE', path: string, body?: Body): Promise<T>;
  /** Asks for a decision on an act. */
  act(action: string, question: Body): Promise<Answer & { readonly value: Told['value'] }>;
  /** Asks for a decision on handing something to a party; what it gets is sealed. */
  seal(action: string, question: Body): Promise<Answer & { readonly value: Told['value'] }>;
  /** The same, for somebody else's key or token. */
  as(key: string): Api;
  /** The code with which a request is turned away before there is anything to decide. */
  turnedAway(method: 'GET' | 'POST', path: string, body?: Body): Promise<string>;
}

export function api(base: string, key: string): Api {
  const request = (method: string, path: string, body?: Body) =>
    fetch(new URL(path, base), {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        'accept-language': 'en',
        ...(method !== 'GET' && { 'idempotency-key': randomUUID() }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });

  const told = async <T>(method: string, path: string, body?: Body): Promise<T> => {
    const response = await request(method, path, body);
    const text = await response.text();
    if (!response.ok) throw new Differs(`${method} ${path} answers ${response.status}: ${text}`);
    return JSON.parse(text) as T;
  };

  const decides = async (path: string, question: Body) => {
    const decided = await told<Told>('POST', path, question);
    return { ...answerOf(decided), value: decided.value };
  };

  return {
    get: (path) => told('GET', path),
    write: told,
    act: (action, question) => decides(`/v1/acts/${action}`, question),
    seal: (action, question) => decides(`/v1/acts/${action}/sealed`, question),
    as: (other) => api(base, other),
    async turnedAway(method, path, body) {
      const response = await request(method, path, body);
      const problem = (await response.json()) as { readonly code?: string };
      if (response.ok || problem.code === undefined) {
        throw new Differs(
          `${method} ${path} was to be turned away, and answers ${response.status}.`,
        );
      }
      return problem.code;
    },
  };
}
