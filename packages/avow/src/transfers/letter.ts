import { CompactSign, compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import { z } from 'zod';
import type { Deployment } from '../deployment.ts';
import { malformed } from '../door/text.ts';
import { isSuspendedParty, keysOf, liveKeys, standingOf } from '../register/party.ts';
import { partyOfRegion } from '../register/region.ts';
import { readNow } from '../rows/reading.ts';
import { secretsOf } from './keys.ts';

/** What every letter says: from which region to which, and when (seconds). */
const envelope = { iss: z.string(), aud: z.string(), iat: z.number() };

const id = z.string().min(1).max(128);

/** What letters say, by their kind. None holds a value, or an id that means anything elsewhere. */
const said = {
  /** Goes with what is sent: for whom, and what the other region must know to keep it. */
  sent: z.strictObject({
    ...envelope,
    disclosure: id,
    /** The name that the two regions have for the person, and nobody else. */
    name: z.string().regex(/^[0-9a-f]{48}$/),
    kind: z.enum(['person', 'organisation']),
    country: z.string().nullable(),
    purpose: id,
    /** The digests that the person's acceptance binds. */
    acceptance: z
      .strictObject({
        policy: z.string(),
        language: z.string(),
        texts: z.record(z.string(), z.string().nullable()),
      })
      .nullable(),
    /** Where it rests on the person's consent: the question they read, and when they said yes. */
    consent: z
      .strictObject({ language: z.string(), shown: z.string(), given: z.number() })
      .nullable(),
    /** SHA-256 of the sealed disclosure, base64url. */
    digest: z.string(),
  }),
  /** Asks to open one. */
  opening: z.strictObject({ ...envelope, disclosure: id }),
  /** Asks the directory, or tells it, what region a digest is at home in. */
  directory: z.strictObject({
    ...envelope,
    word: z.enum(['asked', 'listed', 'gone']),
    digest: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  /** Asks which of these stand. */
  standing: z.strictObject({ ...envelope, disclosures: z.array(id).max(1_000) }),
};

type LetterKind = keyof typeof said;
export type Letter<K extends LetterKind> = z.output<(typeof said)[K]>;

/** How old a letter that asks for something may be, in seconds. What was sent may take its time. */
const FRESH = 60;
const LONGEST = 131_072;

/** Signs a letter of this deployment's to another region. */
export async function sign<K extends LetterKind>(
  { vault, region, policy }: Deployment,
  kind: K,
  to: string,
  what: Omit<Letter<K>, 'iss' | 'aud' | 'iat'>,
): Promise<string> {
  const { sig } = secretsOf(vault, region.name);
  const iat = Math.floor(policy.moment() / 1_000);
  const payload = { iss: region.name, aud: to, iat, ...what };
  return new CompactSign(Buffer.from(JSON.stringify(payload), 'utf8'))
    .setProtectedHeader({ alg: 'EdDSA', kid: sig.jwk.kid, typ: `avow-${kind}+jws` })
    .sign(sig.secret);
}

/**
 * Reads a letter to this deployment: signed by a key of that region's which is on record here, of this
 * kind, and, if it asks for something, of this minute. All that is wrong with one is answered alike.
 */
export async function read<K extends LetterKind>(
  deployment: Deployment,
  kind: K,
  letter: unknown,
  to: string = deployment.region.name,
): Promise<Letter<K>> {
  const bad = malformed('letter', 'must be one that a registered key of a region signed for this');
  if (typeof letter !== 'string' || letter.length > LONGEST) throw bad;
  try {
    const { kid, typ } = decodeProtectedHeader(letter);
    const unchecked = said[kind].parse(JSON.parse(partOf(letter))) as Letter<K>;
    const key = await keyOf(deployment, kind, unchecked.iss, kid);
    if (key === undefined || typ !== `avow-${kind}+jws`) throw bad;
    await compactVerify(letter, await importJWK(key, 'EdDSA'), { algorithms: ['EdDSA'] });
    const age = deployment.policy.moment() / 1_000 - unchecked.iat;
    const isFresh = kind === 'sent' || Math.abs(age) <= FRESH;
    if (unchecked.aud !== to || !isFresh) throw bad;
    return unchecked;
  } catch {
    throw bad;
  }
}

function partOf(letter: string): string {
  return Buffer.from(letter.split('.')[1] ?? '', 'base64url').toString('utf8');
}

async function keyOf(
  { vault }: Deployment,
  kind: LetterKind,
  region: string,
  kid: string | undefined,
) {
  const party = partyOfRegion(region);
  const rows = await readNow(vault, keysOf(party), standingOf(party));
  // Of what was sent to one that is suspended nothing stands: it is told so, lest it keep it for want of an answer.
  if (kind !== 'standing' && isSuspendedParty(rows, party)) return undefined;
  return liveKeys(rows, party, 'sig').find(({ jwk }) => jwk.kid === kid)?.jwk;
}
