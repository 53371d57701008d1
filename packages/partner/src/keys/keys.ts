/**
 * A party's private keys, as a port: in a file, in a browser's store, in a hardware module. Neither method
 * hands a key out. A key is named by its RFC 7638 thumbprint, `kid`.
 */
export interface PartyKeys {
  /**
   * The content of a JWE in compact serialisation that was encrypted to the key `kid`. Takes
   * `ECDH-ES+A256KW` with `A256GCM` and nothing else. Throws `AVOW_PARTNER_KEY` if it holds no such
   * key, `AVOW_PARTNER_ALTERED` if it does not open. Keeps older keys for as long as they are on the platform's
   * record: what was granted to one is opened by that one.
   */
  decrypt(jwe: string, kid: string): Promise<Uint8Array>;
  /**
   * Signs `claims` as a JWS in compact serialisation with the newest signing key: `alg` is `ES256` or
   * `EdDSA`, `kid` names the key, `typ` is as given.
   */
  sign(claims: Readonly<Record<string, unknown>>, typ: string): Promise<string>;
}
