/** A cookie of the register, as far as a page needs it. A name that ends in `*` stands for all that begin so. */
export interface Listed {
  readonly name: string;
  readonly purpose: string;
  /** Absent: with the browser's session. */
  readonly days?: number;
  readonly path?: string;
  readonly domain?: string;
  /** Whether scripts may set and read it. */
  readonly scripts?: boolean;
}

/** What the server knew when it sent this script: it is part of the script, so no moment goes by without it. */
export interface State {
  /** Where the server's part of this lies: `/avow`. */
  readonly base: string;
  readonly cookies: readonly Listed[];
  /** Purposes whose cookies may be set and read in this browser. */
  allowed: readonly string[];
  /** Whether the question is to be fetched for a page that does not bring it along. */
  readonly asks: boolean;
}
