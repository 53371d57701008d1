import type { Words } from '@avow/policy';
import type { Clock } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import type { Items } from '../face/items.ts';
import { withNewestWords } from '../policy/newest-words.ts';
import { addWith } from './add.ts';
import { keyOf } from './asked.ts';
import { changeOne } from './change.ts';
import { holdersWith } from './holders.ts';
import { actOnOne, actOnSome } from './open.ts';
import { placeOf } from './pointer.ts';
import { removeOne, removeSome } from './remove.ts';
import { setTermsOf } from './set-terms.ts';

/** Many values of one category: kept in lots on common terms, opened as sets. */
export function itemsOf(deployment: Deployment, clock: Clock): Items<Words> {
  const newest = withNewestWords(deployment.policy);
  return {
    add: newest(addWith(deployment)),
    act: newest(actOnSome(deployment)),
    actOn: newest(actOnOne(deployment)),
    isHeld: async (key) => (await placeOf(deployment.vault, keyOf(key))) !== undefined,
    holders: holdersWith(deployment, clock),
    setTerms: newest(setTermsOf(deployment)),
    change: newest(changeOne(deployment)),
    remove: newest(removeSome(deployment)),
    removeOne: newest(removeOne(deployment)),
  };
}
