import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();
const url = (data: Buffer) => data.toString('base64url');

/** The few shapes of CBOR (RFC 8949) that an authenticator writes. */
const head = (major: number, n: number) =>
  n < 24
    ? Buffer.from([(major << 5) | n])
    : n < 256
      ? Buffer.from([(major << 5) | 24, n])
      : Buffer.from([(major << 5) | 25, n >> 8, n & 255]);
const int = (n: number) => (n < 0 ? head(1, -1 - n) : head(0, n));
const bytes = (data: Buffer) => Buffer.concat([head(2, data.length), data]);
const text = (data: string) => Buffer.concat([head(3, data.length), Buffer.from(data)]);
const map = (pairs: readonly (readonly [Buffer, Buffer])[]) =>
  Buffer.concat([head(5, pairs.length), ...pairs.flat()]);

/** An authenticator of its own (WebAuthn level 3, section 6), with one ES256 key and no attestation. */
export function softAuthenticator(origin: string) {
  const rp = sha256(new URL(origin).hostname);
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicKey.export({ format: 'jwk' });
  const coordinate = (name: 'x' | 'y') => bytes(Buffer.from(jwk[name] ?? '', 'base64url'));
  const cose = map([
    [int(1), int(2)],
    [int(3), int(-7)],
    [int(-1), int(1)],
    [int(-2), coordinate('x')],
    [int(-3), coordinate('y')],
  ]);
  const id = randomBytes(32);
  let count = 0;

  const flags = { present: 0x01, verified: 0x04, attested: 0x40 };
  function dataWith(bits: number, more = Buffer.alloc(0)): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(count);
    return Buffer.concat([rp, Buffer.from([bits]), counter, more]);
  }
  const clientData = (type: string, challenge: string, at: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: at, crossOrigin: false }));
  const common = {
    id: url(id),
    rawId: url(id),
    type: 'public-key',
    clientExtensionResults: {},
  } as const;

  return {
    /** What its user cannot do: go back. A copy of it would. */
    rewind: () => {
      count = 0;
    },
    create({ challenge }: PublicKeyCredentialCreationOptionsJSON): RegistrationResponseJSON {
      const length = Buffer.from([0, id.length]);
      const attested = Buffer.concat([Buffer.alloc(16), length, id, cose]);
      const { present, verified, attested: has } = flags;
      const authData = dataWith(present | verified | has, attested);
      const object = map([
        [text('fmt'), text('none')],
        [text('attStmt'), map([])],
        [text('authData'), bytes(authData)],
      ]);
      const clientDataJSON = url(clientData('webauthn.create', challenge, origin));
      return { ...common, response: { clientDataJSON, attestationObject: url(object) } };
    },
    get(
      { challenge }: PublicKeyCredentialRequestOptionsJSON,
      { at = origin, isVerified = true } = {},
    ): AuthenticationResponseJSON {
      count += 1;
      const authenticatorData = dataWith(flags.present | (isVerified ? flags.verified : 0));
      const client = clientData('webauthn.get', challenge, at);
      const signed = Buffer.concat([authenticatorData, sha256(client)]);
      const response = {
        clientDataJSON: url(client),
        authenticatorData: url(authenticatorData),
        signature: url(sign('sha256', signed, privateKey)),
      };
      return { ...common, response };
    },
  };
}
