import type { Words } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import type { Disclosures } from '../face/disclosures.ts';
import type { Transfers } from '../face/transfers.ts';
import { withNewestWords } from '../policy/newest-words.ts';
import { partyOfRegion } from '../register/region.ts';
import { secretsOf } from './keys.ts';
import { receiveWith } from './receive.ts';
import { renewWith } from './renew.ts';
import { sendWith } from './send.ts';
import { openWith, standingWith } from './standing.ts';

/** What goes to other regions, and what came from them. */
export function transfersOf(
  deployment: Deployment,
  disclosures: Disclosures<Words>,
  now: () => number,
): Transfers<Words> {
  const newest = withNewestWords(deployment.policy);
  const { vault, region } = deployment;
  return {
    keys() {
      const { enc, sig } = secretsOf(vault, region.name);
      return { party: partyOfRegion(region.name), enc: enc.jwk, sig: sig.jwk };
    },
    send: newest(sendWith(deployment, disclosures.seal)),
    receive: newest(receiveWith(deployment)),
    open: openWith(deployment, disclosures.open),
    standing: standingWith(deployment, now),
    renew: renewWith(deployment),
  };
}
