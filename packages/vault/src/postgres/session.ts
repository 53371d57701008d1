import type { Socket } from 'node:net';
import { Client, type QueryArrayConfig } from 'pg';
import type { Value } from '../port/store.ts';

/** What is sent. With a name, the server parses it once for each connection. */
export interface Statement {
  readonly text: string;
  readonly name?: string;
}

/**
 * The command that was carried out (`COMMIT` is answered by `ROLLBACK` where nothing was kept), and
 * its rows.
 */
export interface Answer {
  readonly command: string;
  readonly rows: readonly (readonly Value[])[];
}

/** One connection. What is sent is answered in order; nothing waits for the answer before it. */
export interface Session {
  /**
   * `patience`: how long to wait for the answer, in milliseconds; 0 for ever. Default 30 seconds.
   */
  send(statement: Statement, values?: readonly Value[], patience?: number): Promise<Answer>;
  /** Everything that `work` sends leaves in one piece. */
  together<A>(work: () => A): A;
  /** Whether the process lives on as long as the connection. At first it does. */
  holdProcess(holds: boolean): void;
  /** The connection is gone, and what is sent from now on reaches nobody. */
  readonly isLost: boolean;
  end(): Promise<void>;
}

/** The driver's own, with an option that its types leave out. */
type Query = QueryArrayConfig<Value[]> & { readonly query_timeout: number };

/** How long a server may take to let us in. */
const CONNECT_MS = 5_000;
/**
 * Longer than a lock is waited for: whoever waits longer than this waits for a network that is
 * gone.
 */
const ANSWER_MS = 30_000;

/** Connects. Rejects with the driver's own errors. */
export async function openSession(url: string): Promise<Session> {
  const client = new Client({
    connectionString: url,
    pipeline: true,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    types: { getTypeParser: (oid: number) => parserOf(oid) },
  });
  let isLost = false;
  const lose = (): void => {
    isLost = true;
  };
  // Without a listener, a server that goes away while nobody asks it anything would end the
  // process.
  client.on('error', lose);
  client.on('end', lose);
  await client.connect();

  return {
    async send({ text, name }, values = [], patience = ANSWER_MS) {
      const query: Query = {
        text,
        values: [...values],
        rowMode: 'array',
        query_timeout: patience,
        ...(name === undefined ? {} : { name }),
      };
      const { command, rows } = await client.query<Value[], Value[]>(query);
      return { command, rows };
    },

    together(work) {
      const { stream } = client.connection;
      stream.cork();
      try {
        return work();
      } finally {
        stream.uncork();
      }
    },

    holdProcess(holds) {
      // Typed as any stream, since it is replaced by one with TLS; that is a socket too.
      const socket = client.connection.stream as Socket;
      if (holds) socket.ref();
      else socket.unref();
    },

    get isLost() {
      return isLost;
    },

    async end() {
      if (!isLost) await client.end();
    },
  };
}

// https://www.postgresql.org/docs/current/catalog-pg-type.html
const BYTEA = 17;
const INT8 = 20;

/**
 * Our integers are safe ones, so a number holds them; blobs are copied out of the driver's pool.
 */
function parserOf(oid: number): (text: string) => Value {
  switch (oid) {
    case INT8:
      return Number;
    case BYTEA:
      return (text) => new Uint8Array(Buffer.from(text.slice(2), 'hex'));
    default:
      return (text) => text;
  }
}
