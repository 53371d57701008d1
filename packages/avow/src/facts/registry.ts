import type { Words } from '@avow/policy';
import { acceptance } from './acceptance.ts';
import { age } from './age.ts';
import { attestation } from './attestation.ts';
import { blocks, signal } from './browser.ts';
import { consent, refusal } from './consent.ts';
import { approval, approvals } from './desk/approvals.ts';
import { cleared, foreign, ordered, statutory } from './desk/authority.ts';
import { basis, complainantAsked, complaint, handling, violation } from './desk/grounds.ts';
import { device } from './device.ts';
import { covers, engagement, means } from './engagement.ts';
import { hold } from './hold.ts';
import { heldFor, objection } from './items.ts';
import { leak } from './leak.ts';
import { asked, performed, side } from './order.ts';
import { place } from './place.ts';
import type { FactProvider } from './provider.ts';
import { self } from './self.ts';
import { service } from './service.ts';
import { transfer } from './transfer.ts';

/** Providers by the name that a policy's facts use in `from`. */
export type Providers = Readonly<Record<string, FactProvider>>;

/** The providers that come with the library. A fact of any other provider is not known, so nothing rests on it. */
export const providers: Providers = {
  acceptance,
  consent,
  refusal,
  engagement,
  'engagement.covers': covers,
  'engagement.means': means,
  service,
  'order.side': side,
  'order.performed': performed,
  'order.asked': asked,
  case: handling,
  'authority.order': ordered,
  'authority.duty': statutory,
  'authority.foreign': foreign,
  'authority.approval': cleared,
  approval,
  approvals,
  violation,
  complaint,
  'complaint.asked': complainantAsked,
  basis,
  self,
  device,
  age,
  place,
  transfer,
  hold,
  leak,
  'items.purpose': heldFor,
  'items.objection': objection,
  'browser.blocks': blocks,
  'browser.signal': signal,
};

/**
 * Who provides a fact of a policy: the provider that it names, or, of one that the policy brings along
 * itself, what it says of its attestations. Undefined: nobody, so the fact is not known.
 */
export function providerOf(
  providers: Providers,
  fact: string,
  { facts }: Words,
): FactProvider | undefined {
  const { from, attested } = facts[fact] ?? {};
  if (attested !== undefined) return attestation(fact, attested);
  // `hasOwn`: a policy may name a provider `constructor`; there is none.
  return from !== undefined && Object.hasOwn(providers, from) ? providers[from] : undefined;
}
