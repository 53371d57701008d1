import type { Cast } from '../look.ts';
import { deliveries } from './deliveries.ts';
import { faults } from './faults.ts';
import { harvester } from './harvester.ts';
import { leak } from './leak.ts';
import { order } from './order.ts';
import { partners } from './partners.ts';
import { passkeys } from './passkeys.ts';
import { violation } from './violation.ts';

/** What has to have happened before some pages are there, by what it is. */
export const scenes: Readonly<Record<string, (cast: Cast) => Promise<void>>> = {
  'partners who are paid and ship': partners,
  'a harvester who is suspended and appeals': harvester,
  'a violation that is appealed against': violation,
  'a leak that is reported': leak,
  'an order of a court, and what it is handed': order,
  'deliveries of a partner': deliveries,
  'a passkey': passkeys,
  'what goes wrong': faults,
};
