import type { WebAuthnCredential } from '@simplewebauthn/server';
import type { FrontDoor } from '../front-door.ts';

interface Row {
  readonly id: string;
  readonly userId: string;
  readonly credential: string;
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: string;
  readonly createdAt: Date;
}

/** A passkey, and the account it opens. */
interface StoredPasskey {
  readonly id: string;
  readonly account: string;
  readonly added: number;
  readonly credential: WebAuthnCredential;
}

const model = 'passkey';

const from = (row: Row): StoredPasskey => ({
  id: row.id,
  account: row.userId,
  added: new Date(row.createdAt).getTime(),
  credential: {
    id: row.credential,
    publicKey: new Uint8Array(Buffer.from(row.publicKey, 'base64url')),
    counter: row.counter,
    transports: row.transports === '' ? [] : row.transports.split(' '),
  },
});

/** The passkeys in the tables: public keys, which say nothing of whoever holds the others. */
export function storedPasskeys(door: FrontDoor) {
  const rows = async () => (await door.$context).adapter;
  return {
    async add(account: string, { id, publicKey, counter, transports = [] }: WebAuthnCredential) {
      const data = {
        userId: account,
        credential: id,
        publicKey: Buffer.from(publicKey).toString('base64url'),
        counter,
        transports: transports.join(' '),
        createdAt: new Date(),
      };
      await (await rows()).create({ model, data });
    },
    async find(credential: string) {
      const where = [{ field: 'credential', value: credential }];
      const row = await (await rows()).findOne<Row>({ model, where });
      return row ? from(row) : undefined;
    },
    async of(account: string) {
      const where = [{ field: 'userId', value: account }];
      return (await (await rows()).findMany<Row>({ model, where })).map(from);
    },
    /** Moves the counter on; false if somebody else has moved it since it was read. */
    async count({ id, credential }: StoredPasskey, counter: number) {
      const where = [
        { field: 'id', value: id },
        { field: 'counter', value: credential.counter },
      ];
      return (await (await rows()).updateMany({ model, where, update: { counter } })) > 0;
    },
    async remove(account: string, id: string) {
      const where = [
        { field: 'id', value: id },
        { field: 'userId', value: account },
      ];
      return (await (await rows()).deleteMany({ model, where })) > 0;
    },
    async removeAll(account: string) {
      const where = [{ field: 'userId', value: account }];
      await (await rows()).deleteMany({ model, where });
    },
  };
}
