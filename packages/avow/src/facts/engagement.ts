import { engagementsOf, liveEngagements } from '../register/engagement.ts';
import { serviceFrom, servicesOf } from '../register/service.ts';
import type { FactProvider } from './provider.ts';

const reads: FactProvider['reads'] = ({ party }) => (party ? [engagementsOf(party)] : []);

/** The party has an engagement that runs now. */
export const engagement: FactProvider = {
  reads,
  judge: (rows, { party }, now) => !!party && liveEngagements(rows, party, now).length > 0,
};

/**
 * A running engagement of the party names this category and this purpose; and where orders say what
 * the party's part in them needs, one of them names the category.
 */
export const covers: FactProvider = {
  reads: (asked) => (asked.party ? [...reads(asked), servicesOf(asked.person, asked.party)] : []),
  judge(rows, { person, party, order, purpose, category }, now) {
    if (!party) return false;
    const services = rows
      .of(servicesOf(person, party))
      .map(serviceFrom)
      .filter((service) => order === undefined || service.order === order);
    const engaged = liveEngagements(rows, party, now).some(
      (each) => each.purposes.includes(purpose) && each.categories.includes(category),
    );
    const needed =
      services.length === 0 || services.some((each) => each.categories.includes(category));
    return engaged && needed;
  },
};

/** A running engagement of the party that covers this category states by what lawful means it came by the data. */
export const means: FactProvider = {
  reads,
  judge: (rows, { party, category }, now) =>
    !!party &&
    liveEngagements(rows, party, now).some(
      (each) => each.means !== null && each.categories.includes(category),
    ),
};
