/** Wrote `vectors/seals` once: `node packages/partner/test/reference/write.ts`. */
import { writeFileSync } from 'node:fs';
import { exportJWK, generateSecret, type JWK } from 'jose';
import { generateKeys } from '../../src/index.ts';
import { altered, grant, type Header, relabelled, seal } from './sealing.ts';

const issuer = 'market.example/log';
const party = 'Lantern-Post';
const disclosure = 'dsc_01K0000000000000000000000A';
const iat = Date.parse('2026-03-02T10:00:00Z') / 1000;
const at = iat * 1000 + 20_250;

const keys = (await generateKeys()).private;
const others = (await generateKeys()).private;
const own = keys.encryption[0]!;
const contentKey = await secret();
const values = {
  'contact.name': '陈美 Mei Chen',
  'contact.address': '12 Quay Street, Flat 3\nHarbour “Nord” 🏮',
};

async function secret(): Promise<JWK> {
  return exportJWK(await generateSecret('A256GCM', { extractable: true }));
}

const said = { disclosure, iss: issuer, aud: party, iat: iat - 86_400, purpose: 'fulfilment' };
const sealedOf = (claims: object = {}, header?: Header, key = contentKey) =>
  seal({ ...said, order: 'order-17', values, ...claims }, key, header);
const grantedOf = (claims: object = {}, header?: Header, to = own) =>
  grant(
    { disclosure, iss: issuer, aud: party, iat, exp: iat + 60, key: contentKey, ...claims },
    to,
    header,
  );

const sealed = await sealedOf();
const granted = await grantedOf();
const opens = [
  {
    shows: 'what was handed over, 20.25 seconds into its minute',
    sealed,
    granted,
    at,
    values,
    lasts: 39_750,
  },
  {
    shows: 'nothing that was held, and a wrong clock here: a whole minute and no more',
    sealed: await sealedOf({ values: {} }),
    granted,
    at: iat * 1000 - 5_000,
    values: {},
    lasts: 60_000,
  },
];

const refusal = (shows: string, code: string, where: string | null, wrong: object) => ({
  shows,
  sealed,
  granted,
  at,
  ...wrong,
  code,
  where,
});
const name = {
  claim: 'AVOW_PARTNER_CLAIM',
  algorithm: 'AVOW_PARTNER_ALGORITHM',
  altered: 'AVOW_PARTNER_ALTERED',
  malformed: 'AVOW_PARTNER_MALFORMED',
};
const stranger = others.encryption[0]!;
const elsewhere = 'dsc_01K0000000000000000000000B';
const refused = [
  refusal('an opening that has run out, to the millisecond', 'AVOW_PARTNER_EXPIRED', null, {
    at: (iat + 60) * 1000,
  }),
  refusal('an opening that claims more than a minute', name.claim, 'exp', {
    granted: await grantedOf({ exp: iat + 61 }),
  }),
  refusal('an opening that ends before it begins', name.claim, 'exp', {
    granted: await grantedOf({ exp: iat }),
  }),
  refusal('an opening without an end', name.claim, 'exp', {
    granted: await grantedOf({ exp: undefined }),
  }),
  refusal('an opening for another party’s key', 'AVOW_PARTNER_KEY', 'kid', {
    granted: await grantedOf({}, undefined, stranger),
  }),
  refusal('another party’s key under the name of ours', name.altered, 'key', {
    granted: await grantedOf({}, { kid: own.kid! }, stranger),
  }),
  refusal('an opening made for another party', name.claim, 'aud', {
    granted: await grantedOf({ aud: 'Gull-and-Quay' }),
  }),
  refusal('an audience that is a list', name.claim, 'aud', {
    granted: await grantedOf({ aud: [party] }),
  }),
  refusal('an opening by another platform', name.claim, 'iss', {
    granted: await grantedOf({ iss: 'elsewhere.example/log' }),
  }),
  refusal('an opening of another disclosure', name.claim, 'disclosure', {
    granted: await grantedOf({ disclosure: elsewhere }),
  }),
  refusal('a seal of another disclosure under the same key', name.claim, 'kid', {
    sealed: await sealedOf({ disclosure: elsewhere }),
  }),
  refusal('the same, under the name of the one asked for', name.claim, 'disclosure', {
    sealed: await sealedOf({ disclosure: elsewhere }, { kid: disclosure }),
  }),
  refusal('a seal for another party', name.claim, 'aud', {
    sealed: await sealedOf({ aud: 'Gull-and-Quay' }),
  }),
  refusal('a value that is no text', name.claim, 'values', {
    sealed: await sealedOf({ values: { 'contact.name': 7 } }),
  }),
  refusal('the key to another seal', name.altered, 'sealed', {
    granted: await grantedOf({ key: await secret() }),
  }),
  refusal('a content key that is too short', name.claim, 'key', {
    granted: await grantedOf({ key: { kty: 'oct', k: 'AAAAAAAAAAAAAAAAAAAAAA' } }),
  }),
  refusal('one bit of the seal altered', name.altered, 'sealed', { sealed: altered(sealed, 3) }),
  refusal('one bit of its tag altered', name.altered, 'sealed', { sealed: altered(sealed, 4) }),
  refusal('one bit of the wrapped key altered', name.altered, 'key', {
    granted: altered(granted, 1),
  }),
  refusal('one bit of the granted key altered', name.altered, 'key', {
    granted: altered(granted, 3),
  }),
  refusal('an opening agreed upon directly', name.algorithm, 'alg', {
    granted: await grantedOf({}, { alg: 'ECDH-ES' }),
  }),
  refusal('an opening under a shorter content key', name.algorithm, 'enc', {
    granted: await grantedOf({}, { enc: 'A128GCM' }),
  }),
  refusal('a seal whose key is wrapped by the content key', name.algorithm, 'alg', {
    sealed: await sealedOf({}, { alg: 'A256GCMKW' }),
  }),
  refusal('the algorithm swapped in the header', name.algorithm, 'alg', {
    granted: relabelled(granted, { alg: 'dir' }),
  }),
  refusal('compression asked for', name.algorithm, 'zip', {
    sealed: relabelled(sealed, { zip: 'DEF' }),
  }),
  refusal('a signature where a seal should be', name.malformed, 'sealed', {
    sealed: 'eyJhbGciOiJub25lIn0.e30.',
  }),
];

const provenance =
  'Made once by packages/partner/test/reference/write.ts with keys that were thrown away: what is as it should be by the code that seals and grants in packages/avow/src/disclosures, what is not by jose 6.2.17. Opened by @avow/partner in Node and in Chromium, and by node-jose 2.2.0, which shares no code with either.';
const common = { provenance, issuer, party, disclosure, keys };
for (const [file, about, cases] of [
  ['opens', 'What a party can open with what it was granted.', opens],
  ['refused', 'What a party must not open, and the code that says why.', refused],
] as const) {
  const text = JSON.stringify({ about, ...common, cases }, undefined, 2);
  writeFileSync(new URL(`../../../../vectors/seals/${file}.json`, import.meta.url), `${text}\n`);
}
