import { engagementsOf } from '../register/engagement.ts';
import { serviceFrom, servicesOf } from '../register/service.ts';
import { engagementsFor } from './engagement.ts';
import type { FactProvider } from './provider.ts';

/**
 * An order of this person that goes on names the party (the order that was named, if one was), and
 * the party's engagement runs. The service ends with whichever ends first, and what was handed over in
 * one is opened in no later one.
 */
export const service: FactProvider = {
  reads: ({ person, party }) => (party ? [servicesOf(person, party), engagementsOf(party)] : []),
  judge: (rows, asked, now) => {
    const { person, party, order, handed } = asked;
    if (!party || engagementsFor(rows, asked, now).length === 0) return false;
    return rows
      .of(servicesOf(person, party))
      .filter(({ at }) => handed === undefined || at <= handed.at)
      .map(serviceFrom)
      .some((each) => order === undefined || each.order === order);
  },
};
