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
  const sink: Sink = { bytes: new Uint8Array(256), length: 0 };
  write(value, sink);
  return sink.bytes.subarray(0, sink.length);
}

/**
 * Which of two sequences of bytes comes first: negative, zero or positive. A sequence that begins another is
 * before it; else their first different bytes decide, as decimal numbers in text: `10` is before `9`. The
 * digests of version 1 were made in this order, and a digest must never change.
 */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at++) {
    if (a[at] !== b[at]) return `${a[at]},` < `${b[at]},` ? -1 : 1;
  }
  return a.length - b.length;
}

/** What has been written so far, in a buffer that doubles when it is full. */
interface Sink {
  bytes: Uint8Array;
  length: number;
}

function write(value: Canonical, sink: Sink): void {
  if (typeof value === 'string') {
    head('s', value.length, sink);
    const at = reserve(2 * value.length, sink);
    for (let index = 0; index < value.length; index++) {
      const unit = value.charCodeAt(index);
      sink.bytes[at + 2 * index] = unit >>> 8;
      sink.bytes[at + 2 * index + 1] = unit; // Its lower byte: the buffer keeps no more.
    }
  } else if (Array.isArray(value)) {
    head('l', value.length, sink);
    for (const one of value) write(one, sink);
  } else if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    head('o', entries.length, sink);
    for (const [key, one] of entries) {
      write(key, sink);
      write(one, sink);
    }
  } else {
    // null, true, false and numbers, in ECMAScript's own shortest form.
    head('v', 1, sink);
    write(String(value), sink);
  }
}

function head(tag: string, length: number, sink: Sink): void {
  const at = reserve(5, sink);
  sink.bytes[at] = tag.charCodeAt(0);
  for (let byte = 0; byte < 4; byte++) sink.bytes[at + 1 + byte] = length >>> (24 - 8 * byte);
}

/** Makes room for so many bytes more. Answers where they begin. */
function reserve(more: number, sink: Sink): number {
  const at = sink.length;
  sink.length += more;
  if (sink.length > sink.bytes.length) {
    const grown = new Uint8Array(Math.max(sink.length, 2 * sink.bytes.length));
    grown.set(sink.bytes);
    sink.bytes = grown;
  }
  return at;
}
