/** What has to go and has not gone yet. Nobody can read any of it. */
export interface Upkeep {
  /** Records and lines of history past their time that a sweep will remove, counted up to 1,000 each. */
  readonly due: number;
  /** Since when the earliest of them has been past its time; undefined if there is none. */
  readonly since: number | undefined;
  /** Rows past their time that the last sweep of this process left, because of a legal hold. */
  readonly held: number;
  /** People whose keys are destroyed and whose ciphertext is still being swept; up to 1,000. */
  readonly erasing: number;
  /** People whose erasure waits for a legal hold to end; up to 1,000. */
  readonly waiting: number;
}

/** How far a sweep has come. */
export interface SweepProgress {
  readonly removed: number;
  /** Rows passed by, because of a legal hold. */
  readonly held: number;
  /** All that had expired before this is done: epoch milliseconds. */
  readonly upTo: number;
}

/** Work of the deployment that takes long, as it stands. */
export interface UnderWay {
  /** A sweep that this process is at: what it removed, of what was due as it began (counted up to 1,000). */
  readonly sweep: (Pick<SweepProgress, 'removed' | 'held'> & { readonly due: number }) | undefined;
  /** Keys that are being replaced, and how far this process is with what hangs on them, if it is at it. */
  readonly keys: readonly {
    readonly key: 'root' | 'region' | 'index';
    readonly since: number;
    readonly done: number | undefined;
    readonly total: number | undefined;
  }[];
}
