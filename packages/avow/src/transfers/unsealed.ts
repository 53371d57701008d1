import { compactDecrypt, decodeProtectedHeader } from 'jose';
import { z } from 'zod';
import type { Deployment } from '../deployment.ts';
import { AvowError } from '../fault.ts';
import { partyOfRegion } from '../register/region.ts';
import { secretsOf } from './keys.ts';

const keyed = z.object({
  disclosure: z.string(),
  aud: z.string(),
  exp: z.number(),
  key: z.object({ kty: z.literal('oct'), k: z.string() }),
});
const content = z.object({
  disclosure: z.string(),
  aud: z.string(),
  purpose: z.string(),
  values: z.record(z.string(), z.string()),
});

/** The disclosure that a sealed one says it is; undefined if it is none. */
export function namedIn(jwe: string): string | undefined {
  try {
    return decodeProtectedHeader(jwe).kid;
  } catch {
    return undefined;
  }
}

/**
 * What another region sealed for this one: opens the content key with this deployment's private key, and
 * with that the content. Both must say that they are of this disclosure and for this party.
 */
export async function unsealed(
  { vault, region, policy }: Deployment,
  disclosure: string,
  jwe: string,
  answered: string,
): Promise<z.output<typeof content>> {
  const self = partyOfRegion(region.name);
  try {
    const { enc } = secretsOf(vault, region.name);
    const algorithms = ['ECDH-ES+A256KW'];
    const leave = await compactDecrypt(answered, enc.secret, {
      keyManagementAlgorithms: algorithms,
    });
    const granted = keyed.parse(json(leave.plaintext));
    const sealed = await compactDecrypt(jwe, Buffer.from(granted.key.k, 'base64url'), {
      keyManagementAlgorithms: ['dir'],
    });
    const found = content.parse(json(sealed.plaintext));
    const all = [granted, found];
    const isOurs = all.every((each) => each.disclosure === disclosure && each.aud === self);
    if (isOurs && granted.exp * 1_000 > policy.moment()) return found;
  } catch {
    // What is wrong with it may quote what is in it.
  }
  throw new AvowError('AVOW_INPUT', 'cannot be opened with what the other region answered', 'jwe');
}

function json(bytes: Uint8Array): unknown {
  return JSON.parse(Buffer.from(bytes).toString('utf8'));
}
