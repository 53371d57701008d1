import { UsageError } from '../arguments/usage.ts';

/** An import as a server tells of it. */
export interface ToldImport {
  readonly import: string;
  readonly state: 'open' | 'done' | 'stopped' | 'cancelled';
  readonly stopped: 'engagement' | 'columns' | null;
  readonly next: number;
  readonly kept: number;
  readonly rejected: Readonly<Record<string, number>>;
  readonly tellBy: string | null;
}

interface ToldReject {
  readonly line: number;
  readonly code: string;
  readonly column?: string;
  readonly sentence?: string;
}

/** What a server answered that it did not do, by its code. */
class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** A running server, as an import needs it. */
export interface ImportServer {
  begin(what: object, once: string): Promise<ToldImport>;
  get(id: string): Promise<ToldImport>;
  rows(
    id: string,
    type: string,
    lines: Uint8Array,
    at: { from: number; more: boolean },
  ): Promise<ToldImport>;
  rejects(id: string): AsyncIterable<ToldReject>;
}

/** Speaks to a server with an API key. `UsageError` if none answers there. */
export function importServer(address: string, key: string): ImportServer {
  const origin = URL.parse(address)?.origin;
  if (origin === undefined) throw new UsageError(`"${address}" is no address of a server.`);

  async function ask<Told>(method: string, path: string, more: RequestInit = {}): Promise<Told> {
    const headers = { authorization: `Bearer ${key}`, ...(more.headers as Record<string, string>) };
    // What partners deliver goes to the server that was named, and is sent on to no other.
    const asked = { ...more, method, headers, redirect: 'error' } as const;
    const response = await fetch(`${origin}/v1/${path}`, asked).catch(() => {
      throw new UsageError(
        `No server answers at ${origin}, or no longer. The same command goes on where it is.`,
      );
    });
    const told = (await response.json().catch(() => ({}))) as Told & Partial<ToldProblem>;
    if (response.ok) return told;
    const { code = 'AVOW_UNEXPECTED', title = 'No answer', detail = '', scope } = told;
    const named = scope === undefined ? '' : ` It needs the scope "${scope}".`;
    throw new Refused(code, `${title}. ${detail}${named}`);
  }

  return {
    begin: (what, once) =>
      ask('POST', 'imports', {
        headers: { 'content-type': 'application/json', 'idempotency-key': once },
        body: JSON.stringify(what),
      }),
    get: (id) => ask('GET', `imports/${id}`),
    rows: (id, type, lines, { from, more }) =>
      ask('PUT', `imports/${id}/rows?from=${from}&more=${more}`, {
        headers: { 'content-type': type },
        body: new Uint8Array(lines),
      }),
    async *rejects(id) {
      for (let after: number | null = 0; after !== null; ) {
        const page: { rejects: ToldReject[]; next: number | null } = await ask(
          'GET',
          `imports/${id}/rejects?after=${after}`,
        );
        yield* page.rejects;
        after = page.next;
      }
    },
  };
}

/** A problem as far as it is told on (RFC 9457). */
interface ToldProblem {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly scope: string;
}
