import type { Words } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import type { Disclosures } from '../face/disclosures.ts';
import { withNewestWords } from '../policy/newest-words.ts';
import { closeWith } from './close.ts';
import { handedWith, listWith } from './list.ts';
import { openWith } from './open.ts';
import { readWith } from './read.ts';
import { sealWith } from './seal.ts';

/** What parties get, and how it is taken back. */
export function disclosuresOf(deployment: Deployment, now: () => number): Disclosures<Words> {
  const newest = withNewestWords(deployment.policy);
  return {
    seal: newest(sealWith(deployment)),
    open: openWith(deployment),
    read: newest(readWith(deployment)),
    close: closeWith(deployment),
    of: listWith(deployment, now),
    to: handedWith(deployment),
  };
}
