import { createHmac } from 'node:crypto';
import type { Clock } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import type { DirectoryOptions } from '../face/directory.ts';
import { AvowError } from '../fault.ts';
import { engagementsOf } from '../register/engagement.ts';
import { isEngagedRegion, partyOfRegion } from '../register/region.ts';
import { readNow } from '../rows/reading.ts';
import { read, sign } from '../transfers/letter.ts';
import { type DirectoryStore, openDirectory } from './store.ts';

/** Whom letters to the directory are for, wherever it lies. */
const DIRECTORY = 'directory';
const KEY = 32;

/** What a deployment asks of the directory, or tells it. */
export type Word = 'asked' | 'listed' | 'gone';

/** The directory as a deployment reaches it. */
export interface DirectoryAccess {
  digestOf(value: string): string;
  /** Resolves to the home of the digest as it is then. */
  tell(deployment: Deployment, word: Word, digest: string): Promise<string | undefined>;
  /** Answers a letter, where the directory lies here. */
  answer(deployment: Deployment, letter: unknown): Promise<string | undefined>;
  close(): Promise<void>;
}

export async function openDirectoryAccess(
  { key, at }: DirectoryOptions,
  clock: Clock,
): Promise<DirectoryAccess> {
  if (!(key instanceof Uint8Array) || key.length !== KEY) {
    throw new AvowError('AVOW_OPTIONS', `is ${KEY} bytes that all regions hold`, 'directory.key');
  }
  const store = typeof at === 'string' ? await openDirectory(at, clock) : undefined;
  return {
    digestOf: (value) => createHmac('sha256', key).update(value, 'utf8').digest('hex'),
    async tell(deployment, word, digest) {
      const { name } = deployment.region;
      if (store !== undefined) return carryOut(store, name, word, digest);
      if (typeof at === 'string') return undefined;
      return known(
        deployment,
        await at(await sign(deployment, 'directory', DIRECTORY, { word, digest })),
      );
    },
    async answer(deployment, letter) {
      if (store === undefined) throw none();
      const { iss, word, digest } = await read(deployment, 'directory', letter, DIRECTORY);
      // Whom a region listed it may take back, engaged or not: they are to be free of it.
      if (word !== 'gone') await mustBeEngaged(deployment, iss);
      return carryOut(store, iss, word, digest);
    },
    close: async () => store?.close(),
  };
}

/** Somebody may be sent to where it says that they are at home; so it has to be a region of the policy. */
function known({ policy }: Deployment, home: string | undefined): string | undefined {
  const { regions } = policy.current().policy.vocabulary;
  if (home === undefined || Object.hasOwn(regions, home)) return home;
  throw new AvowError('AVOW_STATE', 'named no region of the policy', 'directory');
}

async function mustBeEngaged({ vault, policy }: Deployment, region: string): Promise<void> {
  const rows = await readNow(vault, engagementsOf(partyOfRegion(region)));
  if (isEngagedRegion(rows, region, policy.moment())) return;
  throw new AvowError('AVOW_STATE', 'is from a region that has no engagement that runs', 'letter');
}

/** What a region says of itself: it can neither list nor take back anything for another. */
async function carryOut(
  store: DirectoryStore,
  region: string,
  word: Word,
  digest: string,
): Promise<string | undefined> {
  switch (word) {
    case 'asked':
      return store.find(digest);
    case 'listed':
      return store.claim(digest, region);
    case 'gone':
      await store.release(digest, region);
      return store.find(digest);
    default:
      return word satisfies never;
  }
}

export function none(): AvowError {
  return new AvowError('AVOW_STATE', 'this deployment was given no directory', 'directory');
}
