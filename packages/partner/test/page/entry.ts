import {
  createPartner,
  generateWebKeys,
  isPartnerFault,
  keysOfWeb,
  type PublicJwks,
  type WebKeys,
} from '../../src/index.ts';
import { opened } from './opened.ts';

/** Makes keys that no script can read, and keeps them where a page does. The public halves leave. */
async function makeKeys(): Promise<PublicJwks> {
  const made = await generateWebKeys();
  const store = (await database()).transaction('keys', 'readwrite').objectStore('keys');
  await settled(store.put(made.private, 'own'));
  return made.public;
}

/** Opens with the keys that were kept, and tries to read them. */
async function open({
  jwe,
  ...platform
}: {
  server: string;
  log: string;
  party: string;
  jwe: string;
}) {
  const store = (await database()).transaction('keys').objectStore('keys');
  const kept = (await settled(store.get('own'))) as WebKeys;
  const partner = createPartner({ ...platform, keys: keysOfWeb(kept) });
  const decided = await partner.open(jwe);
  if (!decided.permitted) return { refused: decided.sentence };
  const { value } = decided;
  const values = { ...value.values };
  value.forget();
  return {
    values,
    after: faultOf(() => value.values),
    read: await Promise.all(keysIn(kept).map(read)),
  };
}

const keysIn = ({ encryption, signing }: WebKeys) => [...encryption, signing].map(({ key }) => key);

const read = (key: CryptoKey): Promise<string> =>
  crypto.subtle.exportKey('jwk', key).then(
    () => 'read',
    ({ name }) => name,
  );

function faultOf(attempt: () => unknown): string {
  try {
    attempt();
    return 'nothing';
  } catch (fault) {
    return isPartnerFault(fault) ? fault.code : 'another';
  }
}

const database = () => {
  const asked = indexedDB.open('party', 1);
  asked.onupgradeneeded = () => void asked.result.createObjectStore('keys');
  return settled(asked);
};

const settled = <Value>(asked: IDBRequest<Value>) =>
  new Promise<Value>((done, failed) => {
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });

Object.assign(globalThis, { opened, makeKeys, openKept: open });
