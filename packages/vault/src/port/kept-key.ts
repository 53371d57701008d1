/**
 * The log's verifier key, kept outside both stores: what an auditor needs, from a source other than what
 * is audited.
 */
export interface KeptKey {
  /** Undefined if none was ever kept. */
  read(): Promise<string | undefined>;
  /** Keeps `vkey` if none is kept yet; resolves to the one that is. Durable then. */
  keep(vkey: string): Promise<string>;
}
