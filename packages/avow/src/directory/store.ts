import { type Clock, openStore, type Schema, type Store } from '@avow/vault';

const table = {
  name: 'home',
  columns: [
    /** HMAC-SHA-256 of a value under the directory's key, hexadecimal. */
    { name: 'digest', type: 'text' },
    { name: 'region', type: 'text' },
    { name: 'since', type: 'integer' },
  ],
  key: ['digest'],
  indexes: [],
  audited: false,
  changing: [],
} as const;

const schema: Schema = { name: 'avow/directory', version: 1, tables: [table] };
/** Where it lies in a PostgreSQL database: a schema of its own. */
const NAMESPACE = 'avow_directory';
const CONNECTIONS = 2;

/** The directory itself: what region each digest is at home in. Any number of processes may have it open. */
export interface DirectoryStore {
  find(digest: string): Promise<string | undefined>;
  /** The region that it is at home in from now on: this one, unless another was first. */
  claim(digest: string, region: string): Promise<string>;
  /** Takes it out, if it is this region's. */
  release(digest: string, region: string): Promise<void>;
  close(): Promise<void>;
}

export async function openDirectory(place: string, clock: Clock): Promise<DirectoryStore> {
  const options = { clock, namespace: NAMESPACE, connections: CONNECTIONS };
  return directoryIn(await openStore(place, schema, options));
}

function directoryIn(store: Store): DirectoryStore {
  const by = (digest: string) =>
    ({ table: 'home', by: 'key', equals: [digest], limit: 1 }) as const;
  const alone = (digest: string) =>
    ({ on: 'log', id: `directory ${digest}`, mode: 'exclusive' }) as const;
  return {
    async find(digest) {
      const [rows] = await store.read([by(digest)]);
      return rows?.[0]?.['region'] as string | undefined;
    },
    claim: (digest, region) =>
      store.run({
        locks: [alone(digest)],
        reads: [by(digest)],
        decide([rows], { now }) {
          const known = rows?.[0]?.['region'];
          if (typeof known === 'string') return { changes: [], answer: known };
          const after = { digest, region, since: now };
          return { changes: [{ table: 'home', after }], answer: region };
        },
      }),
    release: (digest, region) =>
      store.run({
        locks: [alone(digest)],
        reads: [by(digest)],
        decide([rows]) {
          const before = rows?.[0];
          const isTheirs = before?.['region'] === region;
          return {
            changes: before && isTheirs ? [{ table: 'home', before }] : [],
            answer: undefined,
          };
        },
      }),
    close: () => store.close(),
  };
}
