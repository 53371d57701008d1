/** Plain data that has canonical bytes. */
export type Canonical =
  | string
  | number
  | boolean
  | null
  | readonly Canonical[]
  | { readonly [key: string]: Canonical };

/**
 * One sequence of bytes for one value. Each value is a tag, a length and its content, so no value can
 * run into the next; the keys of an object are sorted by code unit. Strings are UTF-16 code units,
 * big endian: this package sees no encoder, and they tell apart even what UTF-8 cannot hold.
 */
export function canonical(value: Canonical): Uint8Array {
  const bytes: number[] = [];
  write(value, bytes);
  return Uint8Array.from(bytes);
}

function write(value: Canonical, bytes: number[]): void {
  if (typeof value === 'string') {
    head('s', value.length, bytes);
    for (let index = 0; index < value.length; index++) {
      const unit = value.charCodeAt(index);
      bytes.push(unit >>> 8, unit & 0xff);
    }
  } else if (Array.isArray(value)) {
    head('l', value.length, bytes);
    for (const one of value) write(one, bytes);
  } else if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    head('o', entries.length, bytes);
    for (const [key, one] of entries) {
      write(key, bytes);
      write(one, bytes);
    }
  } else {
    // null, true, false and numbers, in ECMAScript's own shortest form.
    head('v', 1, bytes);
    write(String(value), bytes);
  }
}

function head(tag: string, length: number, bytes: number[]): void {
  bytes.push(
    tag.charCodeAt(0),
    length >>> 24,
    (length >>> 16) & 0xff,
    (length >>> 8) & 0xff,
    length & 0xff,
  );
}
