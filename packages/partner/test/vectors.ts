import opens from '../../../vectors/seals/opens.json' with { type: 'json' };
import refused from '../../../vectors/seals/refused.json' with { type: 'json' };

export { opens, refused };

/** A vector, for whoever opens it: all that a party has in its hands, and the platform's time. */
export interface Given {
  readonly issuer: string;
  readonly party: string;
  readonly disclosure: string;
  readonly keys: typeof opens.keys;
  readonly sealed: string;
  readonly granted: string;
  readonly at: number;
}

/** What came of it: the values and for how long, or the code and where. */
export type Found =
  | { readonly values: object; readonly lasts: number }
  | { readonly code: string; readonly where: string | null };

const { issuer, party, disclosure, keys } = opens;
export const opening = opens.cases.map(({ shows, values, lasts, ...given }) => ({
  shows,
  given: { issuer, party, disclosure, keys, ...given },
  found: { values, lasts } as Found,
}));
export const refusing = refused.cases.map(({ shows, code, where, ...given }) => ({
  shows,
  given: { issuer, party, disclosure, keys: refused.keys, ...given },
  found: { code, where } as Found,
}));
