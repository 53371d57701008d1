import type { Words } from '@avow/policy';
import { classes } from '../conventions.ts';
import type { PartyId } from '../face/ids.ts';
import type { Rows } from '../rows/reading.ts';
import { liveEngagements } from './engagement.ts';

const PREFIX = 'region:';

/**
 * The party that the deployment of another region is here: it has keys of its own, an engagement that
 * says what it is, and its country is the region's, whatever else stands there.
 */
export function partyOfRegion(region: string): PartyId {
  return `${PREFIX}${region}` as PartyId;
}

/** The region whose deployment a party is; undefined for all other parties. */
export function regionOfParty(
  party: string,
  { regions }: Words,
): { readonly name: string; readonly country: string } | undefined {
  if (!party.startsWith(PREFIX)) return undefined;
  const name = party.slice(PREFIX.length);
  const region = Object.hasOwn(regions, name) ? regions[name] : undefined;
  return region && { name, country: region.country };
}

/** Whether the deployment of another region is engaged here as one. Needs `engagementsOf`. */
export function isEngagedRegion(rows: Rows, region: string, now: number): boolean {
  const live = liveEngagements(rows, partyOfRegion(region), now);
  return live.some(({ as }) => as === classes.region);
}
