import { type Clock, lookUpTogether, type Read, type Store, systemClock } from '@avow/vault';
import type { Once } from '../http/endpoint.ts';
import { HttpFault } from '../http/fault.ts';
import { openKeyStore } from './place.ts';
import { isScope, type Scope } from './scopes.ts';
import { digestOf, type KeyId, newKey, parseKey, sameDigest } from './secret.ts';
import type { KeyRow } from './tables.ts';
import { type PartyTokens, tokensIn } from './tokens.ts';

/** An API key as the server keeps it: without its secret. Times are milliseconds since 1970, UTC. */
export interface ApiKey {
  readonly id: KeyId;
  /** What it is for, in the words of whoever made it; not for names of people. */
  readonly label: string;
  readonly scopes: readonly Scope[];
  readonly created: number;
  readonly expires: number | undefined;
  readonly revoked: number | undefined;
}

export interface KeyRequest {
  readonly label: string;
  readonly scopes: readonly Scope[];
  readonly expires?: number | undefined;
}

/** A key that was made just now. `key` is told once and kept nowhere. */
export type NewApiKey = ApiKey & { readonly key: string };

/** The keys that open `/v1`, on every server that has the same place. Rejects with the vault's faults. */
export interface ApiKeys {
  create(request: KeyRequest): Promise<NewApiKey>;
  /** Makes one if there is none yet, not even a revoked one; of several servers one does. */
  createFirst(request: KeyRequest): Promise<NewApiKey | undefined>;
  /**
   * The same as `create` for a caller that may retry: the second time it names the key that was made
   * the first time, without its secret, which nobody has any more. The same retry key with another
   * request rejects with `AVOW_IDEMPOTENCY_MISMATCH`.
   */
  createOnce(
    request: KeyRequest,
    once: Partial<Once>,
  ): Promise<ApiKey & { readonly key: string | undefined }>;
  /** The key that was presented, if it is genuine, not revoked and not past its end. */
  verify(presented: string): Promise<ApiKey | undefined>;
  list(): Promise<readonly ApiKey[]>;
  /** When it resolves, the key opens nothing any more, anywhere. Revoking twice changes nothing. */
  revoke(id: KeyId): Promise<ApiKey | undefined>;
  close(): Promise<void>;
}

/** Compared against when no key has the presented id, so that both ways take the same time. */
const nobody = digestOf('');

/** Had alone by whoever changes a key, or makes one that must be the only one of its sort. */
const alone = { on: 'log', id: 'api keys', mode: 'exclusive' } as const;

/**
 * Keeps keys at a place of the server's own: a SQLite file, or a PostgreSQL database, where they have
 * a schema for themselves. They are no evidence about a person and decide nothing about one, so they
 * stay out of the vault: a restored or re-keyed vault leaves the doors as they are, and lost keys cost
 * new keys and nothing else. Every request reads its key afresh, hence one that was revoked, on any
 * server, is refused from the next request on.
 */
export async function openKeys(place: string, clock: Clock = systemClock): Promise<ApiKeys> {
  return (await openDoor(place, clock)).keys;
}

/** What opens `/v1`: the platform's keys and the tokens of parties, in one store; closed with the keys. */
export async function openDoor(
  place: string,
  clock: Clock = systemClock,
): Promise<{ readonly keys: ApiKeys; readonly tokens: PartyTokens }> {
  const store = await openKeyStore(place, clock);
  return { keys: keysIn(store, clock), tokens: tokensIn(store, clock) };
}

function keysIn(store: Store, clock: Clock): ApiKeys {
  const rowOf = lookUpTogether(async (ids: readonly KeyId[]) => {
    const found = await store.read(ids.map(byId));
    return found.map(([row]) => row as KeyRow | undefined);
  });

  /** Makes a key, unless it finds `reads` to hold a row: then it answers that. */
  async function make(request: KeyRequest, once?: Recognised, reads: readonly Read[] = []) {
    const { id, secret, key } = newKey();
    return store.run<NewApiKey | KeyRow>({
      locks: reads.length > 0 ? [alone] : [],
      reads,
      decide([found], { now }) {
        const earlier = found?.[0] as KeyRow | undefined;
        if (earlier) return { changes: [], answer: earlier };
        const row = rowFrom(request, id, digestOf(secret), now, once);
        return {
          changes: [{ table: 'api_key', after: row }],
          answer: { ...fromRow(row), key },
        };
      },
    });
  }

  async function create(request: KeyRequest): Promise<NewApiKey> {
    return (await make(request)) as NewApiKey;
  }

  return {
    create,
    async createFirst(request) {
      const made = await make(request, undefined, [any]);
      return isNew(made) ? made : undefined;
    },
    async createOnce(request, { idempotencyKey, onReplay }) {
      if (idempotencyKey === undefined) return create(request);
      const once = { key: idempotencyKey, fingerprint: fingerprintOf(request) };
      const made = await make(request, once, [byOnce(idempotencyKey)]);
      if (isNew(made)) return made;
      if (!made.request || !sameDigest(made.request, once.fingerprint)) {
        throw new HttpFault('AVOW_IDEMPOTENCY_MISMATCH');
      }
      onReplay?.();
      return { ...fromRow(made), key: undefined };
    },
    async verify(presented) {
      const given = parseKey(presented);
      if (!given) return undefined;
      const row = await rowOf(given.id);
      const genuine = sameDigest(digestOf(given.secret), row?.digest ?? nobody);
      if (!row || !genuine || row.revoked !== null) return undefined;
      return row.expires === null || clock.now() < row.expires ? fromRow(row) : undefined;
    },
    async list() {
      const rows: KeyRow[] = [];
      for await (const row of store.scan({ table: 'api_key' })) rows.push(row as KeyRow);
      return rows.map(fromRow).sort((a, b) => a.created - b.created || (a.id < b.id ? -1 : 1));
    },
    revoke: (id) =>
      store.run<ApiKey | undefined>({
        locks: [alone],
        reads: [byId(id)],
        decide([found], { now }) {
          const before = found?.[0] as KeyRow | undefined;
          if (before === undefined) return { changes: [], answer: undefined };
          if (before.revoked !== null) return { changes: [], answer: fromRow(before) };
          const after = { ...before, revoked: now };
          return { changes: [{ table: 'api_key', before, after }], answer: fromRow(after) };
        },
      }),
    close: () => store.close(),
  };
}

/** A request that may come again. */
interface Recognised {
  readonly key: string;
  readonly fingerprint: Uint8Array;
}

const byId = (id: KeyId): Read => ({ table: 'api_key', by: 'key', equals: [id], limit: 1 });
const byOnce = (once: string): Read => ({
  ...{ table: 'api_key', by: 'once', limit: 1 },
  equals: [once],
});
const any: Read = { table: 'api_key', by: 'key', equals: [], limit: 1 };

function fingerprintOf({ label, scopes, expires }: KeyRequest): Uint8Array {
  return digestOf(JSON.stringify([label, scopes, expires ?? null]));
}

function isNew(made: NewApiKey | KeyRow): made is NewApiKey {
  return 'key' in made;
}

function rowFrom(
  { label, scopes, expires }: KeyRequest,
  id: KeyId,
  digest: Uint8Array,
  created: number,
  once: Recognised | undefined,
): KeyRow {
  const named = { id, label, scopes: scopes.join(' '), digest, created };
  const asked = { once: once?.key ?? null, request: once?.fingerprint ?? null };
  return { ...named, expires: expires ?? null, revoked: null, ...asked };
}

function fromRow(row: KeyRow): ApiKey {
  return {
    id: row.id as KeyId,
    label: row.label,
    // A scope that this program no longer knows opens nothing.
    scopes: row.scopes.split(' ').filter(isScope),
    created: row.created,
    expires: row.expires ?? undefined,
    revoked: row.revoked ?? undefined,
  };
}
