import {
  calculateJwkThumbprint,
  exportJWK,
  type GenerateKeyPairResult,
  generateKeyPair,
  type JWK,
} from 'jose';
import { algorithms } from '../seal/header.ts';
import type { PrivateJwks } from './jwk.ts';
import type { WebKeys } from './web.ts';

/** The public halves, for the platform to put on record: each with `kid`, `use` and `alg`. */
export interface PublicJwks {
  readonly encryption: JWK;
  readonly signing: JWK;
}

/** Keys that were made just now. */
export interface GeneratedKeys {
  readonly public: PublicJwks;
  /** To be kept in secret. */
  readonly private: PrivateJwks;
}

/** Two pairs on P-256, one to be encrypted to and one to sign with: JWKs, for a file or a secret store. */
export async function generateKeys(): Promise<GeneratedKeys> {
  const { encryption, signing } = await pairs(true);
  const [encryptionPublic, signingPublic] = await publicHalves(encryption, signing);
  const secret = async ({ privateKey }: GenerateKeyPairResult, { kid, use, alg }: JWK) =>
    ({ ...(await exportJWK(privateKey)), kid, use, alg }) as JWK;
  return {
    public: { encryption: encryptionPublic, signing: signingPublic },
    private: {
      encryption: [await secret(encryption, encryptionPublic)],
      signing: await secret(signing, signingPublic),
    },
  };
}

/** The same with private keys that nothing can read out, not even whoever made them: for a browser's IndexedDB. */
export async function generateWebKeys(): Promise<{
  readonly public: PublicJwks;
  readonly private: WebKeys;
}> {
  const { encryption, signing } = await pairs(false);
  const [encryptionPublic, signingPublic] = await publicHalves(encryption, signing);
  return {
    public: { encryption: encryptionPublic, signing: signingPublic },
    private: {
      encryption: [{ kid: encryptionPublic.kid, key: encryption.privateKey }],
      signing: { kid: signingPublic.kid, key: signing.privateKey, alg: 'ES256' },
    },
  };
}

async function pairs(extractable: boolean) {
  const [encryption, signing] = await Promise.all([
    generateKeyPair(algorithms.key.alg, { crv: 'P-256', extractable }),
    generateKeyPair('ES256', { extractable }),
  ]);
  return { encryption, signing };
}

type PublicHalf = JWK & { readonly kid: string };

const publicHalves = (encryption: GenerateKeyPairResult, signing: GenerateKeyPairResult) =>
  Promise.all([
    publicHalf(encryption, { use: 'enc', alg: algorithms.key.alg }),
    publicHalf(signing, { use: 'sig', alg: 'ES256' }),
  ]);

async function publicHalf(
  { publicKey }: GenerateKeyPairResult,
  meant: { readonly use: string; readonly alg: string },
): Promise<PublicHalf> {
  const jwk = await exportJWK(publicKey);
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), ...meant };
}
