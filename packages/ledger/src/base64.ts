/** Standard base64 with padding (RFC 4648 §4). */
export function toBase64(bytes: Uint8Array): string {
  let latin1 = '';
  for (const byte of bytes) latin1 += String.fromCharCode(byte);
  return btoa(latin1);
}

/**
 * The bytes of a standard base64 text (RFC 4648 §4), or `undefined` unless the text is exactly what
 * `toBase64` writes: no white space, no missing padding, no stray bits in the last character (§3.5).
 * One value thus has one spelling, and a signed text cannot be respelt.
 */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  // Checked first because `atob` throws on foreign characters but skips white space.
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return undefined;
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return toBase64(bytes) === text ? bytes : undefined;
}
