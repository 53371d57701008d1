import type { Words } from '@avow/policy';
import type { Avow, Measured, Neighbour } from 'avow';
import type { ApiKeys } from './keys/store.ts';
import type { PartyTokens } from './keys/tokens.ts';

/**
 * The library as the server sees it: of any policy. What a caller names (a purpose, a category)
 * arrives as text, and whether the policy has such a word is the library's to answer.
 */
export type AnyAvow = Avow<Words>;

/** What the routes work with. */
export interface Services {
  readonly avow: AnyAvow;
  readonly keys: ApiKeys;
  /** What parties come in with, on `/v1/partner` alone. */
  readonly tokens: PartyTokens;
  /** The deployments of other regions, as far as this one was told where they are. */
  readonly neighbours: (region: string) => Neighbour | undefined;
  /** Aborted when the server begins to stop: long work ends at its next step. */
  readonly stopping: AbortSignal;
  /** Whether each measure works, found at most ten seconds ago. */
  readonly measures: () => Promise<readonly Measured[]>;
}
