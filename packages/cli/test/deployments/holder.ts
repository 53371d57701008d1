import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { writeFileSync } from 'node:fs';

/** Makes the two halves of a key of a holder of an escrow: `node holder.ts <name>`. */
const name = process.argv[2]!;
const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const write = (file: string, key: KeyObject) =>
  writeFileSync(file, JSON.stringify(key.export({ format: 'jwk' })), { mode: 0o600 });
write(`${name}.jwk`, publicKey);
write(`${name}.private.jwk`, privateKey);
