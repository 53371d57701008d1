import { onBasis } from './3-disclosure/basis.ts';
import { inDispute } from './3-disclosure/dispute.ts';
import { byLaw } from './3-disclosure/law.ts';
import { byWish } from './3-disclosure/wish.ts';

/** When all or part of it is disclosed, by the person's wish or by law; each ground adds what it needs. */
export const disclosure = [...byWish, ...byLaw, ...inDispute, ...onBasis];
