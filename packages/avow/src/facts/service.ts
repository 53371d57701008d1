import { engagementsOf, liveEngagements } from '../register/engagement.ts';
import { serviceFrom, servicesOf } from '../register/service.ts';
import type { FactProvider } from './provider.ts';

/**
 * An order of this person that goes on names the party (the order that was named, if one was), and
 * the party's engagement runs. The service ends with whichever ends first.
 */
export const service: FactProvider = {
  reads: ({ person, party }) => (party ? [servicesOf(person, party), engagementsOf(party)] : []),
  judge: (rows, { person, party, order }, now) =>
    !!party &&
    liveEngagements(rows, party, now).length > 0 &&
    rows
      .of(servicesOf(person, party))
      .map(serviceFrom)
      .some((each) => order === undefined || each.order === order),
};
