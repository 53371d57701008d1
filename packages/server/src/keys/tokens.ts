import { type Clock, lookUpTogether, type Read, type Store } from '@avow/vault';
import { digestOf, newToken, parseToken, sameDigest } from './secret.ts';
import type { TokenRow } from './tables.ts';

/** A party that has shown who it is, and by which of its keys. */
interface PartyAccess {
  readonly party: string;
  /** The thumbprint of the key that it signed with. */
  readonly kid: string;
}

/** Something signed that is taken once. */
export interface TakenOnce extends PartyAccess {
  readonly jti: string;
  /** Until when it would be taken, if it were not for this: epoch milliseconds. */
  readonly expires: number;
}

/** Tokens of parties, on every server that has the same place. Rejects with the vault's faults. */
export interface PartyTokens {
  /** A token for an assertion, told once and kept nowhere; undefined if the assertion was taken before. */
  issue(assertion: TakenOnce): Promise<string | undefined>;
  /** Whose token it is, if it is genuine and its time is not over. Whether the key still counts, records say. */
  verify(presented: string): Promise<PartyAccess | undefined>;
}

/** How long a token is good, in seconds. */
export const TOKEN_LIFE = 300;

/** What is past its time goes with whatever is made next, so many rows of each kind at most. */
const SWEPT = 20;

/** Compared against when no token has the presented id, so that both ways take the same time. */
const nobody = digestOf('');

/** Had alone by whoever makes a token: of two servers that are sent one assertion, one meets the other's row. */
const alone = { on: 'log', id: 'party tokens', mode: 'exclusive' } as const;

export function tokensIn(store: Store, clock: Clock): PartyTokens {
  const rowOf = lookUpTogether(async (ids: readonly string[]) => {
    const found = await store.read(ids.map(byId));
    return found.map(([row]) => row as TokenRow | undefined);
  });

  return {
    issue: ({ party, kid, jti, expires }) => {
      const { id, secret, token } = newToken();
      // Each party numbers its own: two may come upon one number.
      const taken = digestOf(JSON.stringify(['assertion', party, jti]));
      const upTo = clock.now();
      return store.run<string | undefined>({
        locks: [alone],
        reads: [byDigest(taken), pastIn('party_token', upTo), pastIn('party_assertion', upTo)],
        decide([before = [], tokens = [], assertions = []], { now }) {
          if (before.length > 0) return { changes: [], answer: undefined };
          const until = now + TOKEN_LIFE * 1000;
          const row = { id, party, kid, digest: digestOf(secret), expires: until };
          return {
            changes: [
              { table: 'party_assertion', after: { digest: taken, expires } },
              { table: 'party_token', after: row },
              ...tokens.map((before) => ({ table: 'party_token', before })),
              ...assertions.map((before) => ({ table: 'party_assertion', before })),
            ],
            answer: token,
          };
        },
      });
    },

    async verify(presented) {
      const given = parseToken(presented);
      if (!given) return undefined;
      const row = await rowOf(given.id);
      const genuine = sameDigest(digestOf(given.secret), row?.digest ?? nobody);
      if (!row || !genuine || clock.now() >= row.expires) return undefined;
      return { party: row.party, kid: row.kid };
    },
  };
}

const byId = (id: string): Read => ({ table: 'party_token', by: 'key', equals: [id], limit: 1 });

const byDigest = (digest: Uint8Array): Read => ({
  ...{ table: 'party_assertion', by: 'key', equals: [digest], limit: 1 },
  expired: 'included',
});

const pastIn = (table: string, upTo: number): Read => ({
  ...{ table, by: 'expires', equals: [], upTo, limit: SWEPT },
  expired: 'included',
});
