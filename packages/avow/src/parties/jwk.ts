import { hash } from 'node:crypto';
import { malformed } from '../door/text.ts';
import type { PartyJwk } from '../register/party.ts';
import { isSoundPoint } from './point.ts';

/** What each curve is good for, and which members such a key has, in the order of RFC 7638. */
const curves = {
  'P-256': { kty: 'EC', uses: ['enc', 'sig'], members: ['crv', 'kty', 'x', 'y'] },
  X25519: { kty: 'OKP', uses: ['enc'], members: ['crv', 'kty', 'x'] },
  Ed25519: { kty: 'OKP', uses: ['sig'], members: ['crv', 'kty', 'x'] },
} as const;

/** Members beside those that may be there; they are left out of what is kept. */
const BESIDE: ReadonlySet<string> = new Set(['kid', 'use', 'alg', 'key_ops', 'ext']);

/** 32 bytes, written in the one way that there is. */
const COORDINATE = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

/** A public key as it came in, checked down to its point; `kid` is its thumbprint. */
export function partyJwk(value: unknown): PartyJwk {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw malformed('jwk', 'must be a JWK');
  }
  const given = value as Readonly<Record<string, unknown>>;
  const { crv, use } = given;
  const known = Object.entries(curves).find(([name]) => name === crv);
  if (known === undefined) throw malformed('jwk.crv', 'must be P-256, X25519 or Ed25519');
  const [name, { kty, uses, members }] = known;
  if (given['kty'] !== kty) throw malformed('jwk.kty', `must be ${kty} on that curve`);
  if (!uses.some((each) => each === use)) {
    throw malformed('jwk.use', 'must be enc (P-256, X25519) or sig (P-256, Ed25519)');
  }
  const allowed: ReadonlySet<string> = new Set(members);
  // A private member that is not even read has still been sent; whoever did so must hear of it.
  if (Object.keys(given).some((member) => !allowed.has(member) && !BESIDE.has(member))) {
    throw malformed('jwk', 'must hold the members of a public key, and nothing private');
  }
  const coordinates = members.slice(2).map((member) => coordinate(member, given[member]));
  const [x = '', y] = coordinates;
  const point = { kty, crv: name, x, ...(y === undefined ? {} : { y }) };
  if (!isSoundPoint(point)) throw malformed('jwk', 'is no usable point of its curve');
  const kid = thumbprint(members, point);
  if (given['kid'] !== undefined && given['kid'] !== kid) {
    throw malformed('jwk.kid', 'must be the thumbprint of the key (RFC 7638)');
  }
  return { ...point, kid, use: use as PartyJwk['use'] };
}

function coordinate(member: string, value: unknown): string {
  if (typeof value !== 'string' || !COORDINATE.test(value)) {
    throw malformed(`jwk.${member}`, 'must be 32 bytes in base64url');
  }
  return value;
}

function thumbprint(members: readonly string[], point: Readonly<Record<string, string>>): string {
  const said = JSON.stringify(Object.fromEntries(members.map((name) => [name, point[name]])));
  return hash('sha256', said, 'base64url');
}
