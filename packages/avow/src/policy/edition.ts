import { hash } from 'node:crypto';
import {
  compile,
  digests,
  type Engine,
  type Policy,
  type SentenceId,
  sentencesOf,
} from '@avow/policy';
import { canonicalJson } from '@avow/vault';
import type { PolicyDigest } from '../face/ids.ts';

/** A version of the policy made ready to decide. */
export interface Edition {
  readonly digest: PolicyDigest;
  /** SHA-256 of what it means, base64url: the same when only words were changed. */
  readonly meaning: string;
  /** SHA-256 of what it says, base64url, by language. */
  readonly texts: Readonly<Record<string, string>>;
  readonly policy: Policy;
  readonly engine: Engine;
  /** The sentence that refuses the rest. */
  readonly rest: SentenceId;
}

/** Compiles a policy and names the version: by what it means and what it says, in every language. */
export function editionOf(policy: Policy): Edition {
  const found = digests(policy, (bytes) => hash('sha256', bytes, 'buffer'));
  const meaning = base64url(found.meaning);
  const texts = Object.fromEntries(
    Object.entries(found.text).map(([language, digest]) => [language, base64url(digest)]),
  );
  const digest = hash('sha256', canonicalJson(['avow/version/v1', meaning, texts]), 'base64url');
  return {
    digest: digest as PolicyDigest,
    meaning,
    texts,
    policy,
    engine: compile(policy),
    rest: restOf(policy),
  };
}

function restOf(policy: Policy): SentenceId {
  const rest = sentencesOf(policy).find(({ backings }) =>
    backings.some(({ kind }) => kind === 'rest'),
  );
  // definePolicy and readPolicy admit no policy without one.
  if (rest === undefined) throw new TypeError('no sentence of the policy refuses the rest');
  return rest.id;
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
