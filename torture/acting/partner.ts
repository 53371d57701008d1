import { newOnce } from '../asking/ask.ts';
import { type Deed, leaving, type Thing, told } from './deed.ts';
import type { Partner } from './person-state.ts';

/** The engagements of a party, oldest first; each can be told from the others by its means. */
interface PartnerState {
  readonly engagements: readonly {
    readonly means: string;
    readonly id?: string;
    readonly isEnded: boolean;
  }[];
}

/** A party that data may be shared with, for as long as it is engaged. */
export interface PartnerThing extends Thing<PartnerState> {
  now(): Partner;
}

export function partner(party: string): PartnerThing {
  let state: PartnerState = { engagements: [] };
  const path = `/v1/parties/${party}/engagements`;

  const engage = (): Deed<PartnerState> => {
    const means = `contract ${state.engagements.length}`;
    const body = {
      as: 'marketingPartner',
      purposes: ['marketing.partner'],
      categories: ['contact.phone'],
      country: 'CN',
      means,
    };
    return {
      kind: 'engage',
      request: { method: 'POST', path, body, once: newOnce() },
      after: ({ engagements }, answer) => ({
        engagements: [...engagements, { means, id: answer?.engagement, isEnded: false }],
      }),
      ...leaving('evidence engagement live'),
    };
  };

  const end = (live: PartnerState['engagements'][number]): Deed<PartnerState> => ({
    kind: 'end',
    request: { method: 'DELETE', path: `${path}/${live.id}`, once: newOnce() },
    after: ({ engagements }) => ({
      engagements: engagements.map((each) =>
        each.means === live.means ? { ...each, isEnded: true } : each,
      ),
    }),
    ...leaving('evidence engagement ended'),
  });

  return {
    name: party,
    isOver: false,
    get state() {
      return state;
    },
    become(next) {
      state = next;
    },
    now: () => ({ party, isEngaged: state.engagements.some(({ isEnded }) => !isEnded) }),
    possible() {
      const live = state.engagements.find(({ isEnded }) => !isEnded);
      return [live === undefined ? engage() : end(live)];
    },
    shown: ({ engagements }) =>
      told(list(engagements.map(({ means, isEnded }) => [means, isEnded]))),
    async look({ read }) {
      const { engagements } = await read(path);
      return told(
        list(
          engagements.map((each: { means: string; ended: string | null }) => [
            each.means,
            each.ended !== null,
          ]),
        ),
      );
    },
  };
}

const list = (each: [string, boolean][]) => ({ engagements: each.map(String).sort() });
