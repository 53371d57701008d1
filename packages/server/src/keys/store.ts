import { DatabaseSync } from 'node:sqlite';
import { makePrivateFile } from '@avow/vault';
import type { Once } from '../http/endpoint.ts';
import { HttpFault } from '../http/fault.ts';
import { isScope, type Scope } from './scopes.ts';
import { digestOf, type KeyId, newKey, parseKey, sameDigest } from './secret.ts';

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

/** The keys that open `/v1`. `key` of a new one is told once and kept nowhere. */
export interface ApiKeys {
  create(request: KeyRequest): ApiKey & { readonly key: string };
  /**
   * The same for a caller that may retry: the second time it names the key that was made the first
   * time, without its secret, which nobody has any more. The same retry key with another request
   * throws `AVOW_IDEMPOTENCY_MISMATCH`.
   */
  createOnce(
    request: KeyRequest,
    once: Partial<Once>,
  ): ApiKey & { readonly key: string | undefined };
  /** The key that was presented, if it is genuine, not revoked and not past its end. */
  verify(presented: string): ApiKey | undefined;
  list(): readonly ApiKey[];
  /** From the moment this returns the key opens nothing. Revoking twice changes nothing. */
  revoke(id: KeyId): ApiKey | undefined;
  close(): void;
}

const schema = `
  CREATE TABLE IF NOT EXISTS api_key (
    id TEXT PRIMARY KEY,
    label TEXT NOT NULL,
    scopes TEXT NOT NULL,
    digest BLOB NOT NULL,
    created INTEGER NOT NULL,
    expires INTEGER,
    revoked INTEGER,
    once TEXT UNIQUE,
    request BLOB
  ) STRICT, WITHOUT ROWID`;

/** Compared against when no key has the presented id, so that both ways take the same time. */
const nobody = digestOf('');

/**
 * Keeps keys in a small SQLite file of the server's own (`:memory:` in tests). They are no evidence
 * about a person and decide nothing about one, so they stay out of the vault: a restored or
 * re-keyed vault leaves the doors as they are, and a lost key file costs new keys and nothing else.
 * Every request reads its key afresh, hence a revoked one is refused from the next request on.
 */
export function openKeys(file: string, now: () => number = Date.now): ApiKeys {
  if (file !== ':memory:') makePrivateFile(file);
  const database = new DatabaseSync(file);
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;',
  );
  database.exec(schema);
  const insert = database.prepare(
    `INSERT INTO api_key (id, label, scopes, digest, created, expires, once, request)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const byId = database.prepare('SELECT * FROM api_key WHERE id = ?');
  const byOnce = database.prepare('SELECT * FROM api_key WHERE once = ?');
  const all = database.prepare('SELECT * FROM api_key ORDER BY created, id');
  const end = database.prepare('UPDATE api_key SET revoked = coalesce(revoked, ?) WHERE id = ?');

  const get = (id: KeyId) => {
    const row = byId.get(id) as Row | undefined;
    return row && { key: fromRow(row), digest: row.digest };
  };

  const create = ({ label, scopes, expires }: KeyRequest, once?: string, request?: Uint8Array) => {
    const { id, secret, key } = newKey();
    const digest = digestOf(secret);
    const created = now();
    const end = expires ?? null;
    insert.run(id, label, scopes.join(' '), digest, created, end, once ?? null, request ?? null);
    return { key, id, label, scopes: [...scopes], created, expires, revoked: undefined };
  };

  return {
    create: (request) => create(request),
    createOnce(request, { idempotencyKey, onReplay }) {
      if (idempotencyKey === undefined) return create(request);
      const { label, scopes, expires } = request;
      const fingerprint = digestOf(JSON.stringify([label, scopes, expires ?? null]));
      const earlier = byOnce.get(idempotencyKey) as Row | undefined;
      if (!earlier) return create(request, idempotencyKey, fingerprint);
      if (!earlier.request || !sameDigest(earlier.request, fingerprint)) {
        throw new HttpFault('AVOW_IDEMPOTENCY_MISMATCH');
      }
      onReplay?.();
      return { ...fromRow(earlier), key: undefined };
    },
    verify(presented) {
      const given = parseKey(presented);
      if (!given) return undefined;
      const kept = get(given.id);
      const genuine = sameDigest(digestOf(given.secret), kept?.digest ?? nobody);
      if (!kept || !genuine || kept.key.revoked !== undefined) return undefined;
      return kept.key.expires === undefined || now() < kept.key.expires ? kept.key : undefined;
    },
    list: () => (all.all() as unknown as Row[]).map(fromRow),
    revoke(id) {
      end.run(now(), id);
      return get(id)?.key;
    },
    close: () => database.close(),
  };
}

interface Row {
  readonly id: string;
  readonly label: string;
  readonly scopes: string;
  readonly digest: Uint8Array;
  readonly created: number;
  readonly expires: number | null;
  readonly revoked: number | null;
  readonly request: Uint8Array | null;
}

function fromRow(row: Row): ApiKey {
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
