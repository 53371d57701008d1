import type { Words } from '@avow/policy';
import type { EvidenceRow } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import { actorOf } from '../desk/by.ts';
import { repeatable } from '../door/idempotency.ts';
import { asPartyId } from '../door/ids.ts';
import { name } from '../door/text.ts';
import { record } from '../evidence/record.ts';
import type { Parties } from '../face/parties.ts';
import type { KeyOnRecord, PublicJwk } from '../face/party.ts';
import { AvowError } from '../fault.ts';
import {
  introduced,
  isSuspendedParty,
  jwkFrom,
  keyId,
  keysOf,
  liveKeys,
  PARTY_KEY,
  standingOf,
} from '../register/party.ts';
import { addEvidence, changeEvidence } from '../rows/change.ts';
import { readNow } from '../rows/reading.ts';
import { partyJwk } from './jwk.ts';

/** The most keys of a party, revoked ones too: each opening and each sign-in reads them. */
const MOST_KEYS = 100;

/** The public keys of parties: what openings are made for, and what parties sign with. */
export function partyKeysWith(
  deployment: Deployment,
): Pick<Parties<Words>, 'addKey' | 'revokeKey' | 'keys' | 'signingKey'> {
  return {
    async addKey(what) {
      const party = asPartyId(what.party);
      const by = actorOf(what);
      const jwk = partyJwk(what.jwk);
      return record(deployment, repeatable(what, 'parties.addKey', { party, jwk, by }), () => ({
        people: [],
        parties: [party],
        by,
        widens: true,
        reads: [keysOf(party), standingOf(party)],
        decide(rows, now) {
          const known = rows.of(keysOf(party));
          const id = keyId(party, jwk.kid);
          if (known.some((row) => row.id === id)) {
            throw new AvowError('AVOW_EXISTS', 'is a key of the party, or was one', 'jwk');
          }
          if (known.length >= MOST_KEYS) {
            throw new AvowError('AVOW_TOO_MANY', 'has too many keys', 'party');
          }
          const row = { id, kind: PARTY_KEY, party, state: 'live', at: now };
          return {
            evidence: 'partyKey',
            state: 'live',
            changes: [...introduced(rows, party, now), addEvidence(row, jwk)],
            value: told(party, jwk, now, undefined),
          };
        },
      }));
    },

    async revokeKey(what) {
      const party = asPartyId(what.party);
      const by = actorOf(what);
      const kid = name('kid', what.kid);
      return record(deployment, repeatable(what, 'parties.revokeKey', { party, kid, by }), () => ({
        people: [],
        parties: [party],
        by,
        widens: false,
        reads: [keysOf(party)],
        decide(rows, now) {
          const before = rows.of(keysOf(party)).find((row) => row.id === keyId(party, kid));
          if (!before) throw new AvowError('AVOW_NOT_FOUND', 'no such key of this party', 'kid');
          if (before.state !== 'live') {
            throw new AvowError('AVOW_STATE', 'is revoked already', 'kid');
          }
          return {
            evidence: 'partyKey',
            state: 'revoked',
            changes: [changeEvidence(before, { state: 'revoked', until: now })],
            value: told(party, jwkFrom(before), before.at, now),
          };
        },
      }));
    },

    async keys(party) {
      const id = asPartyId(party);
      return keysTold((await readNow(deployment.vault, keysOf(id))).of(keysOf(id)));
    },

    async signingKey(what) {
      const party = asPartyId(what.party);
      const rows = await readNow(deployment.vault, keysOf(party), standingOf(party));
      if (isSuspendedParty(rows, party)) return undefined;
      const key = liveKeys(rows, party, 'sig').find(({ jwk }) => jwk.kid === what.kid);
      return key?.jwk as PublicJwk | undefined;
    },
  };
}

/** Keys as the platform meets them, newest first. */
export function keysTold(rows: readonly EvidenceRow[]): KeyOnRecord[] {
  return rows
    .map((row) => told(row.party ?? '', jwkFrom(row), row.at, row.until ?? undefined))
    .sort((a, b) => b.added - a.added || (a.kid < b.kid ? -1 : 1));
}

function told(
  party: string,
  jwk: ReturnType<typeof jwkFrom>,
  added: number,
  revoked: number | undefined,
): KeyOnRecord {
  const { kid, use } = jwk;
  return { party: asPartyId(party), kid, use, jwk: jwk as PublicJwk, added, revoked };
}
