/** The public face of the log: what anyone may fetch, and what an auditor may. */
export interface Log {
  /** The log's name, as every checkpoint states it. */
  readonly origin: string;
  /** The verifier key (C2SP signed-note, `name+id+key`): hand it to whoever checks. */
  readonly vkey: string;
  /** The newest checkpoint, a signed note (C2SP tlog-checkpoint). */
  checkpoint(): Promise<string>;
  /** Integrates what is pending now, instead of within a second. */
  flush(): Promise<string>;
  /** A hash tile (C2SP tlog-tiles): public. */
  tile(at: {
    readonly level: number;
    readonly n: number;
    readonly width: number;
  }): Promise<Uint8Array | undefined>;
  /** An entry bundle: for auditors. */
  entries(at: { readonly n: number; readonly width: number }): Promise<Uint8Array | undefined>;
  /** How far the log is behind: entries not yet integrated, and the age of the oldest in ms. */
  pending(): Promise<{ readonly entries: number; readonly oldest: number | undefined }>;
}
