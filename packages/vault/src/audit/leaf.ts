import type { OwnDraft, RowHashes } from '../entry/body.ts';
import { canonicalJson } from '../entry/canonical-json.ts';
import type { EntryDraft, Json } from '../entry/draft.ts';

/** A leaf's body, read. */
export interface Leaf {
  readonly body: { readonly [name: string]: Json };
  readonly rows: RowHashes;
}

const HASH_BYTES = 32;

const KINDS: { readonly [K in (EntryDraft | OwnDraft)['kind']]: true } = {
  decision: true,
  evidence: true,
  version: true,
  genesis: true,
  erasure: true,
  sweep: true,
  rekey: true,
  restore: true,
  rotation: true,
  escrow: true,
  recovery: true,
};

/**
 * Reads a leaf strictly: canonical JSON, version 1, a known kind, hashes of 32 bytes. Undefined for
 * anything else.
 */
export function readLeaf(bytes: Uint8Array): Leaf | undefined {
  const text = Buffer.from(bytes).toString('utf8');
  const body = parse(text);
  if (body === undefined || body['v'] !== 1) return undefined;
  if (typeof body['kind'] !== 'string' || !Object.hasOwn(KINDS, body['kind'])) return undefined;
  const rows = body['rows'];
  if (!isObject(rows)) return undefined;
  const added = readHashes(rows['added']);
  const removed = readHashes(rows['removed']);
  return added && removed && { body, rows: { added, removed } };
}

function parse(text: string): { readonly [name: string]: Json } | undefined {
  try {
    const value = JSON.parse(text) as Json;
    return isObject(value) && canonicalJson(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: Json | undefined): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readHashes(value: Json | undefined): Uint8Array[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const hashes = value.map((item) => Buffer.from(String(item), 'base64'));
  return hashes.every((hash) => hash.length === HASH_BYTES) ? hashes : undefined;
}
