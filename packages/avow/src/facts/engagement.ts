import { type EngagementRecord, engagementsOf, liveEngagements } from '../register/engagement.ts';
import { serviceFrom, servicesOf } from '../register/service.ts';
import type { Rows } from '../rows/reading.ts';
import type { Asked, FactProvider } from './provider.ts';

const reads: FactProvider['reads'] = ({ party }) => (party ? [engagementsOf(party)] : []);

/** The party has an engagement that runs now. */
export const engagement: FactProvider = {
  reads,
  judge: (rows, asked, now) => engagementsFor(rows, asked, now).length > 0,
};

/**
 * A running engagement of the party names this category and this purpose; and where orders say what
 * the party's part in them needs, one of them names the category: the one that was named, if one was.
 */
export const covers: FactProvider = {
  reads: (asked) => (asked.party ? [...reads(asked), servicesOf(asked.person, asked.party)] : []),
  judge(rows, asked, now) {
    const { person, party, order, purpose, category } = asked;
    if (!party) return false;
    const services = rows.of(servicesOf(person, party)).map(serviceFrom);
    const engaged = engagementsFor(rows, asked, now).some(
      (each) => each.purposes.includes(purpose) && each.categories.includes(category),
    );
    const needed =
      services.length === 0 ||
      services.some(
        (each) =>
          (order === undefined || each.order === order) && each.categories.includes(category),
      );
    return engaged && needed;
  },
};

/** A running engagement of the party that covers this category states by what lawful means it came by the data. */
export const means: FactProvider = {
  reads,
  judge: (rows, asked, now) =>
    engagementsFor(rows, asked, now).some(
      (each) => each.means !== null && each.categories.includes(asked.category),
    ),
};

/**
 * The engagements of the party in question that run now and count for what is asked. What was handed over
 * under one ends with it: another one, made since, opens nothing of it.
 */
export function engagementsFor(
  rows: Rows,
  { party, handed }: Asked,
  now: number,
): EngagementRecord[] {
  if (!party || handed?.closed) return [];
  const live = liveEngagements(rows, party, now);
  return handed ? live.filter(({ at, from }) => at <= handed.at && from <= handed.at) : live;
}
