import type { EvidenceRow } from '@avow/vault';
import type { ReadOf } from '../rows/reading.ts';
import { MOST_ROWS, reference } from './reference.ts';

export interface ActivityBody {
  readonly activity: string;
}

export const ACTIVITY = 'register.activity';

export function activityRef(activity: string): string {
  return reference('activity', activity);
}

/** Those who take part in an activity, counted as far as one read goes. */
export function takingPartIn(activity: string): ReadOf<'evidence'> {
  const equals = [activityRef(activity), ACTIVITY];
  return { table: 'evidence', by: 'ref', equals, limit: MOST_ROWS };
}

/** What a person takes part in. Whoever adds one checks the bound. */
export function activitiesOf(person: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'person', equals: [person, ACTIVITY], limit: MOST_ROWS };
}

export function activityFrom({ body, at }: EvidenceRow) {
  return { ...(JSON.parse(body) as ActivityBody), at };
}
