const OFFSET = 0xcbf29ce484222325n;
const PRIME = 1099511628211n;

/** FNV-1a with 64 bits over the 8 octets of a number, least significant first; its absolute value, as YCSB has it. */
export function fnv64(value: bigint): bigint {
  let hash = OFFSET;
  for (let octet = 0n; octet < 8n; octet++) {
    hash ^= (value >> (8n * octet)) & 0xffn;
    hash = BigInt.asUintN(64, hash * PRIME);
  }
  const signed = BigInt.asIntN(64, hash);
  return signed < 0n ? -signed : signed;
}

/** What `String.hashCode` answers in Java: 31 times the hash before, plus the code unit, in 32 bits with a sign. */
export function javaHash(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(31, hash) + text.charCodeAt(at)) | 0;
  return hash;
}
