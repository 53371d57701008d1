import { newOnce } from '../asking/ask.ts';
import { type Deed, decided, leaving, type Thing, told } from './deed.ts';
import type { Person } from './person.ts';

interface OrderState {
  readonly state: 'absent' | 'open' | 'disputed' | 'closed';
  /** Which of the two sides. */
  readonly performed: readonly boolean[];
  readonly asked: readonly boolean[];
}

/** An order between two people, from its opening to its close. */
export function order(name: string, sides: readonly [Person, Person]): Thing<OrderState> {
  let state: OrderState = {
    state: 'absent',
    performed: [false, false],
    asked: [false, false],
  };
  const path = `/v1/orders/${name}`;
  const idOf = (side: number): string => sides[side]!.state.id ?? '';

  /** Both people concerned find it in their history, so it leaves two entries. */
  function step(
    kind: Deed['kind'],
    rest: string,
    body: Readonly<Record<string, unknown>> | undefined,
    left: string,
    change: Partial<OrderState>,
  ): Deed<OrderState> {
    const all = `evidence order ${left}`;
    return {
      kind,
      request: { method: 'POST', path: `${path}${rest}`, ...(body && { body }), once: newOnce() },
      after: (before) => ({ ...before, ...change }),
      ...leaving(all, all),
    };
  }

  const open = (): Deed<OrderState> => ({
    ...step('order', '', undefined, 'open', { state: 'open' }),
    request: {
      method: 'POST',
      path: '/v1/orders',
      body: { order: name, sides: [idOf(0), idOf(1)] },
      once: newOnce(),
    },
  });

  const with_ = (list: readonly boolean[], side: number) =>
    list.map((each, at) => each || at === side);

  /** A side that performed and asked is told how to reach the other. */
  const disclose = (to: number): Deed<OrderState> => {
    const from = sides[1 - to]!;
    const phone = from.state.held['contact.phone'];
    return {
      kind: 'disclose',
      request: {
        method: 'POST',
        path: '/v1/acts/disclose',
        body: {
          person: from.state.id,
          purpose: 'dispute.order',
          categories: ['contact.phone'],
          to: { user: idOf(to) },
          order: name,
        },
      },
      after: (before) => before,
      wrong(answer) {
        if (!answer.permitted) return 'refused';
        return answer.value.values['contact.phone'] === phone ? undefined : 'another value';
      },
      ...leaving(decided('disclose', true)),
    };
  };

  function possible(): Deed<OrderState>[] {
    if (state.state === 'absent') return [open()];
    if (state.state === 'closed') return [];
    const deeds = [step('close', '/closure', undefined, 'closed', { state: 'closed' })];
    for (const side of [0, 1]) {
      const by = idOf(side);
      if (!state.performed[side]) {
        const performed = with_(state.performed, side);
        deeds.push(step('perform', '/performances', { by }, 'performed', { performed }));
      } else if (!state.asked[side]) {
        const asked = with_(state.asked, side);
        const body = { by, categories: ['contact.phone'] };
        deeds.push(step('request', '/requests', body, 'asked', { asked }));
      } else deeds.push(disclose(side));
    }
    if (state.state === 'open') {
      const change = { state: 'disputed' } as const;
      deeds.push(step('dispute', '/disputes', { by: idOf(0) }, 'disputed', change));
    }
    return deeds;
  }

  return {
    name,
    get state() {
      return state;
    },
    become(next) {
      state = next;
      for (const side of sides) side.isBusy = next.state !== 'closed';
    },
    get isOver() {
      return state.state === 'closed';
    },
    possible,
    shown(as) {
      if (as.state === 'absent') return told({ state: 'absent' });
      const there = sides.flatMap(({ state: person }, side) =>
        person.standing === 'erased'
          ? []
          : [{ person: person.id, performed: as.performed[side], asked: as.asked[side] }],
      );
      return told({ state: there.length === 0 ? 'nobody left' : as.state, there });
    },
    async look({ read }) {
      const found = await read(path);
      if (found.code === 'AVOW_NOT_FOUND') {
        const isOpened = state.state !== 'absent';
        return isOpened ? told({ state: 'nobody left', there: [] }) : told({ state: 'absent' });
      }
      const there = found.sides.map((side: Record<string, unknown>) => ({
        person: side['person'],
        performed: side['performed'] !== null,
        asked: side['asked'] !== null,
      }));
      return told({ state: there.length === 0 ? 'nobody left' : found.state, there });
    },
  };
}
