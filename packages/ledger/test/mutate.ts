/** Every proper slice of a text. */
export function* everySlice(text: string): Generator<string> {
  for (let start = 0; start <= text.length; start++) {
    for (let end = start + 1; end <= text.length; end++) {
      if (start > 0 || end < text.length) yield text.slice(start, end);
    }
  }
}

/** An ASCII text with the character at `i` replaced by its successor. */
export function bumpByte(text: string, i: number): string {
  return text.slice(0, i) + String.fromCharCode(text.charCodeAt(i) + 1) + text.slice(i + 1);
}

/** A copy with one bit flipped. */
export function flipBit(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = bytes.slice();
  const at = Math.floor(bit / 8);
  copy[at] = copy[at]! ^ (1 << (bit % 8));
  return copy;
}
