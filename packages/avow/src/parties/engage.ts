import type { Words } from '@avow/policy';
import { classes } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { actorOf } from '../desk/by.ts';
import { repeatable } from '../door/idempotency.ts';
import { record } from '../evidence/record.ts';
import type { Acting, Idempotent } from '../face/decision.ts';
import type { EntryId, PartyId } from '../face/ids.ts';
import type { Engagement } from '../face/party.ts';
import { AvowError } from '../fault.ts';
import {
  type EngagementBody,
  engagementsOf,
  liveEngagements,
  newestEngagement,
} from '../register/engagement.ts';
import { introduced, standingOf } from '../register/party.ts';
import { MOST_ROWS } from '../register/reference.ts';
import { addEvidence } from '../rows/change.ts';
import type { Rows } from '../rows/reading.ts';
import { engagementOf } from './engagement.ts';

/** What is agreed with a party, checked. Without `from` it runs from now. */
export interface Engaging extends Omit<EngagementBody, 'from' | 'ended'> {
  readonly party: PartyId;
  readonly from: number | undefined;
  readonly until: number | null;
}

/** Engages a party. From now on this engagement says what the party is. */
export async function engage(
  deployment: Deployment,
  { party, until, ...terms }: Engaging,
  options: Acting & Idempotent,
): Promise<Engagement<Words> & { readonly entry: EntryId }> {
  const { vault } = deployment;
  const by = actorOf(options);
  const request = repeatable(options, 'parties.engage', { party, until, ...terms, by });
  const others = (terms.jointly ?? []).filter((each) => each !== classes.platform);
  return record(deployment, request, () => ({
    people: [],
    parties: [party],
    by,
    widens: true,
    // What is said of them must not end in between.
    locks: others.map((id) => ({ on: 'party', id, mode: 'shared' })),
    reads: [engagementsOf(party), standingOf(party), ...others.map(engagementsOf)],
    decide(rows, now) {
      if (!others.every((each) => isAffiliate(rows, each, now))) {
        const what = 'must be the platform, or parties that are engaged as affiliates';
        throw new AvowError('AVOW_NOT_FOUND', what, 'jointly');
      }
      if (rows.of(engagementsOf(party)).length >= MOST_ROWS) {
        throw new AvowError('AVOW_TOO_MANY', 'has too many engagements', 'party');
      }
      const body: EngagementBody = { ...terms, from: terms.from ?? now, ended: null };
      const row = { id: vault.mint(), kind: 'engagement', party, state: 'live', at: now, until };
      return {
        evidence: 'engagement',
        state: 'live',
        changes: [addEvidence(row, body), ...introduced(rows, party, now)],
        value: engagementOf(party, { ...body, id: row.id, at: now, until }),
      };
    },
  }));
}

function isAffiliate(rows: Rows, party: string, now: number): boolean {
  return (
    newestEngagement(rows, party)?.as === classes.affiliate &&
    liveEngagements(rows, party, now).length > 0
  );
}
