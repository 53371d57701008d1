import { CompactEncrypt, decodeProtectedHeader, importJWK } from 'jose';
import { generateWebKeys, keysOfWeb, type WebKeys } from '../../src/index.ts';
import { opened } from './opened.ts';

/** Makes keys, keeps them where a page does, takes them out again, and uses them. */
async function keepsKeys() {
  const made = await generateWebKeys();
  const store = await opening();
  await settled(
    store.transaction('keys', 'readwrite').objectStore('keys').put(made.private, 'own'),
  );
  const kept: WebKeys = await settled(store.transaction('keys').objectStore('keys').get('own'));
  const { encryption } = made.public;
  const jwe = await new CompactEncrypt(new TextEncoder().encode('what was granted'))
    .setProtectedHeader({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM', kid: encryption.kid! })
    .encrypt(await importJWK(encryption, 'ECDH-ES+A256KW'));
  const keys = keysOfWeb(kept);
  const read = [kept.encryption[0]!.key, kept.signing.key].map((key) =>
    crypto.subtle.exportKey('jwk', key).then(
      () => 'read',
      ({ name }) => name,
    ),
  );
  return {
    opened: new TextDecoder().decode(await keys.decrypt(jwe, encryption.kid!)),
    signed: decodeProtectedHeader(await keys.sign({}, 'JWT')).alg,
    read: await Promise.all(read),
  };
}

const opening = () => {
  const asked = indexedDB.open('party', 1);
  asked.onupgradeneeded = () => void asked.result.createObjectStore('keys');
  return settled(asked);
};

const settled = <Value>(asked: IDBRequest<Value>) =>
  new Promise<Value>((done, failed) => {
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });

Object.assign(globalThis, { opened, keepsKeys });
