import { bytesOf } from './bytes.ts';

/** What opens an entry's commitment. `at`: epoch milliseconds, or the same as ISO 8601. */
export interface Opening {
  readonly nonce: string;
  readonly person: string;
  readonly party?: string | null;
  readonly evidence: readonly string[];
  readonly at: number | string;
}

/**
 * Whether an entry has this id and its commitment opens to what is said: HMAC-SHA-256 under the nonce
 * over the canonical bytes of person, party, moment and evidence (`avow/commitment/v1`).
 */
export async function speaksOf(
  body: Uint8Array,
  entry: string,
  { nonce, person, party, evidence, at }: Opening,
): Promise<boolean> {
  const secret = bytesOf(nonce);
  const found = entryIn(body);
  const expected = bytesOf(found?.subject);
  if (secret === undefined || expected === undefined || found?.id !== entry) return false;
  const moment = typeof at === 'number' ? at : Date.parse(at);
  if (!Array.isArray(evidence) || typeof person !== 'string') return false;
  const committed = canonical('avow/commitment/v1', [person, party ?? null, moment, ...evidence]);
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', secret, algorithm, false, ['verify']);
  return crypto.subtle.verify('HMAC', key, expected, committed);
}

function entryIn(
  body: Uint8Array,
): { readonly id?: unknown; readonly subject?: unknown } | undefined {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

const tags = { null: 0, text: 1, integer: 2 } as const;

/** Label and values each as a tag byte, a length of four bytes (big-endian) and their bytes. */
function canonical(
  label: string,
  values: readonly (string | number | null)[],
): Uint8Array<ArrayBuffer> {
  const parts = [label, ...values].map((value) => {
    const tag = value === null ? tags.null : typeof value === 'string' ? tags.text : tags.integer;
    const bytes = new TextEncoder().encode(value === null ? '' : String(value));
    const head = new DataView(new ArrayBuffer(5));
    head.setUint8(0, tag);
    head.setUint32(1, bytes.length);
    return [...new Uint8Array(head.buffer), ...bytes];
  });
  return Uint8Array.from(parts.flat());
}
