import { hash } from 'node:crypto';
import { compactVerify, importJWK, type JWK } from 'jose';
import { malformed, text } from '../door/text.ts';
import type { PartyKey } from '../register/party.ts';

/** A receipt is ids, words and two numbers; what is longer is something else. */
const LONGEST = 8_192;
/** How far a party's clock may be ahead of ours, in ms. */
const AHEAD = 60_000;

/** What a receipt says that one of the party's keys signed. Of which duty, nobody has looked yet. */
interface SignedReceipt {
  readonly jws: string;
  readonly digest: string;
  readonly kid: string;
  readonly party: string;
  readonly duty: string;
  readonly deleted: readonly string[];
  readonly deletedAt: number;
}

/** Checks the signature of a receipt by one of these keys, and the form of what it says. */
export async function readReceipt(
  value: unknown,
  keys: readonly PartyKey[],
  now: number,
): Promise<SignedReceipt> {
  const jws = text('receipt', value, LONGEST);
  const { payload, kid } = await verified(jws, keys);
  const { iss, duty, deleted, iat } = payload;
  const isWhole =
    isName(iss) &&
    isName(duty) &&
    Array.isArray(deleted) &&
    deleted.every(isName) &&
    Number.isSafeInteger(iat) &&
    Object.keys(payload).length === 4;
  // Nothing beside the four may be in it: it is kept as it is, and must not become a place for anything else.
  if (!isWhole) throw malformed('receipt', 'must say iss, duty, deleted and iat, and nothing else');
  const deletedAt = (iat as number) * 1000;
  if (deletedAt > now + AHEAD) throw malformed('receipt', 'must not lie in the future');
  return {
    ...{ jws, kid, digest: hash('sha256', jws, 'base64url') },
    ...{ party: iss, duty, deleted, deletedAt },
  };
}

async function verified(
  jws: string,
  keys: readonly PartyKey[],
): Promise<{ readonly payload: Readonly<Record<string, unknown>>; readonly kid: string }> {
  let signer: string | undefined;
  try {
    const { payload } = await compactVerify(
      jws,
      async ({ kid, alg }) => {
        const key = keys.find(({ jwk }) => jwk.kid === kid);
        if (key === undefined || alg === undefined) throw malformed('receipt', 'names no key');
        signer = key.jwk.kid;
        return importJWK(key.jwk as JWK, alg);
      },
      { algorithms: ['ES256', 'EdDSA', 'Ed25519'] },
    );
    const said: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload));
    if (signer !== undefined && typeof said === 'object' && said !== null) {
      return { payload: said as Readonly<Record<string, unknown>>, kid: signer };
    }
  } catch {
    // Whatever is wrong with it, it is no receipt; what it held is not repeated.
  }
  throw malformed('receipt', 'must be a JWS by a key of the party, its kid in the header');
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x7e]{1,128}$/.test(value);
}
