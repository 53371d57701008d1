import { newOnce, type Request } from '../asking/ask.ts';
import type { Dice } from '../dice.ts';
import { type Asking, type Deed, decided, type Thing, told } from './deed.ts';

/** The SHA-256 of a document that asks for a hold. */
const DOCUMENT = 'ab'.repeat(32);

const CATEGORIES = ['contact.name', 'contact.phone', 'contact.address', 'contact.email'];

export interface PersonState {
  /** Undefined until the answer to its creation told it. */
  readonly id?: string;
  readonly standing: 'absent' | 'active' | 'suspended' | 'erased';
  readonly agreement: 'never-asked' | 'accepted' | 'terminated';
  readonly held: Readonly<Record<string, string>>;
  readonly consent: 'none' | 'given' | 'withdrawn';
  readonly consentId?: string;
  /** Whether a legal hold stands. Nobody is erased meanwhile here. */
  readonly isHeld: boolean;
  readonly holdId?: string;
}

export interface Person extends Thing<PersonState> {
  /** Part of an order that is under way: not erased, suspended or terminated meanwhile. */
  isBusy: boolean;
}

/** Whom a share would go to, and whether they are engaged right now. */
export interface Partner {
  readonly party: string;
  readonly isEngaged: boolean;
}

let values = 0;

export function person(name: string, partner: () => Partner, dice: Dice): Person {
  let state: PersonState = {
    standing: 'absent',
    agreement: 'never-asked',
    held: {},
    consent: 'none',
    isHeld: false,
  };
  const path = (rest: string): string => `/v1/subjects/${state.id}${rest}`;
  /** A value that is nowhere else. */
  const newValue = (): string => `${name} no. ${values++}`;

  const create = (): Deed<PersonState> => ({
    kind: 'create',
    request: { method: 'POST', path: '/v1/subjects', body: { country: 'CN' }, once: newOnce() },
    after: (before, answer) => ({ ...before, standing: 'active', ...idOf(answer?.person) }),
    ...leaving('evidence subject created'),
  });

  function evidence(
    kind: Deed['kind'],
    request: Omit<Request, 'once'>,
    left: string,
    change: Partial<PersonState>,
  ): Deed<PersonState> {
    return {
      kind,
      request: { ...request, once: newOnce() },
      after: (before, answer) => ({
        ...before,
        ...change,
        ...(answer?.consent && { consentId: answer.consent }),
        ...(answer?.hold && { holdId: answer.hold }),
      }),
      ...leaving(left),
    };
  }

  function writing(
    kind: 'collect' | 'correct',
    category: string,
    actions: readonly string[],
  ): Deed<PersonState> {
    const fields = { [category]: newValue() };
    const isNew = kind === 'collect';
    return {
      kind,
      request: {
        method: isNew ? 'POST' : 'PATCH',
        path: path('/fields'),
        body: isNew ? { purpose: 'account', fields } : { fields },
        once: newOnce(),
      },
      after: (before) => ({ ...before, held: { ...before.held, ...fields } }),
      wrong: (answer) => (answer.permitted ? undefined : 'refused'),
      ...leaving(...actions.map((action) => decided(action, true))),
    };
  }

  /** A decision that changes nothing, and tells something if it is permitted. */
  function act(
    kind: Deed['kind'],
    action: string,
    body: object,
    tells?: string,
  ): Deed<PersonState> {
    const isPermitted = tells !== undefined;
    const value = tells === undefined ? undefined : state.held[tells];
    return {
      kind,
      request: { method: 'POST', path: `/v1/acts/${action}`, body: { person: state.id, ...body } },
      after: (before) => before,
      wrong(answer) {
        if (answer.permitted !== isPermitted) return `${isPermitted ? 'refused' : 'permitted'}`;
        if (!isPermitted) return undefined;
        return answer.value.values[tells] === value ? undefined : 'another value than was kept';
      },
      ...leaving(decided(action, isPermitted)),
    };
  }

  const erase = (): Deed<PersonState> => ({
    kind: 'erase',
    request: { method: 'POST', path: path('/erasure'), once: newOnce() },
    after: (before) => ({ ...before, standing: 'erased' }),
    wrong: (answer) => (answer.permitted ? undefined : 'refused'),
    ...leaving(decided('erase', true), 'erasure'),
    inSteps: true,
  });

  const exporting = (): Deed<PersonState> => ({
    kind: 'export',
    request: { method: 'POST', path: path('/export') },
    after: (before) => before,
    wrong: (answer) =>
      told(heldIn(answer)) === told(state.held) ? undefined : 'other values than were kept',
    ...leaving(decided('export', true)),
  });

  function possible(): Deed<PersonState>[] {
    if (state.standing === 'absent') return [create()];
    if (state.standing === 'erased') return [];
    if (state.standing === 'suspended') return whileSuspended();
    if (state.agreement === 'terminated') return [exporting(), state.isHeld ? lift() : erase()];
    if (state.agreement === 'never-asked') return [accept(), refused()];
    return whileMember();
  }

  const accept = () =>
    evidence(
      'accept',
      { method: 'POST', path: path('/agreement'), body: { answer: 'accept', language: 'en' } },
      'evidence acceptance accepted',
      { agreement: 'accepted' },
    );

  const standing = (kind: 'suspend' | 'reinstate') => {
    const [method, becomes] =
      kind === 'suspend' ? (['PUT', 'suspended'] as const) : (['DELETE', 'active'] as const);
    const request = { method, path: path('/suspension') };
    return evidence(kind, request, `evidence standing ${becomes}`, { standing: becomes });
  };

  const hold = () => {
    const body = { kind: 'proceedings', document: DOCUMENT, verifiedBy: 'staff-1' };
    const request = { method: 'POST', path: path('/holds'), body } as const;
    return evidence('hold', request, 'evidence hold standing', { isHeld: true });
  };

  const lift = () => {
    const request = { method: 'DELETE', path: path(`/holds/${state.holdId}`) } as const;
    return evidence('lift', request, 'evidence hold lifted', { isHeld: false });
  };

  /** Nobody may buy it, whatever the person allowed. */
  const refused = () =>
    act('refusal', 'sell', {
      purpose: 'marketing.partner',
      categories: ['contact.phone'],
      to: { party: 'data-broker' },
    });

  const use = (category: string, tells?: string) =>
    act(
      tells === undefined ? 'refusal' : 'use',
      'use',
      { purpose: 'account', categories: [category] },
      tells,
    );

  function whileSuspended(): Deed<PersonState>[] {
    return [standing('reinstate'), use('contact.name')];
  }

  function whileMember(): Deed<PersonState>[] {
    const missing = CATEGORIES.filter((category) => !(category in state.held));
    const there = Object.keys(state.held);
    const deeds = [exporting(), refused(), ...consents()];
    if (missing.length > 0) deeds.push(writing('collect', dice.one(missing), ['collect', 'store']));
    if (there.length > 0) {
      const category = dice.one(there);
      deeds.push(writing('correct', category, ['edit']), use(category, category));
    }
    if (!person.isBusy) {
      deeds.push(standing('suspend'), ...(state.isHeld ? [lift()] : [hold(), erase()]));
      deeds.push(
        evidence(
          'terminate',
          { method: 'DELETE', path: path('/agreement') },
          'evidence acceptance terminated',
          { agreement: 'terminated' },
        ),
      );
    }
    return deeds;
  }

  function consents(): Deed<PersonState>[] {
    const { party, isEngaged } = partner();
    const choice = {
      party,
      action: 'share',
      purposes: ['marketing.partner'],
      categories: ['contact.phone'],
    };
    const sharing = { purpose: 'marketing.partner', categories: ['contact.phone'], to: { party } };
    const canShare = isEngaged && 'contact.phone' in state.held;
    if (state.consent !== 'given') {
      const body = { ...choice, language: 'en', answer: 'give' };
      const request = { method: 'POST', path: path('/consents'), body } as const;
      return [
        evidence('consent', request, 'evidence consent given', { consent: 'given' }),
        ...(canShare ? [act('refusal', 'share', sharing)] : []),
      ];
    }
    const request = { method: 'DELETE', path: path(`/consents/${state.consentId}`) } as const;
    return [
      evidence('withdraw', request, 'evidence consent withdrawn', { consent: 'withdrawn' }),
      ...(canShare ? [act('disclose', 'share', sharing, 'contact.phone')] : []),
    ];
  }

  const person: Person = {
    name,
    isBusy: false,
    get state() {
      return state;
    },
    become(next) {
      state = next;
    },
    get isOver() {
      return state.standing === 'erased';
    },
    possible,
    shown,
    look: (asking) => look(asking, state.id),
  };
  return person;
}

function shown({ standing, agreement, held, consent, isHeld }: PersonState): string {
  switch (standing) {
    case 'absent':
      return told({ standing });
    case 'erased':
      return told({ standing, held: 'AVOW_ERASED' });
    case 'suspended':
      return told({ standing, agreement, consent, isHeld, held: 'refused' });
    case 'active':
      return told({ standing, agreement, consent, isHeld, held });
  }
}

async function look({ read, decide }: Asking, id: string | undefined): Promise<string> {
  if (id === undefined) return told({ standing: 'absent' });
  const path = `/v1/subjects/${id}`;
  const { state: standing } = await read(path);
  const exported = await decide(`${path}/export`, 'export');
  if (standing === 'erased') return told({ standing, held: exported });
  const { state: agreement } = await read(`${path}/agreement`);
  const { consents } = await read(`${path}/consents`);
  const { holds } = await read(`${path}/holds`);
  const isHeld = holds.some(({ lifted }: { lifted: string | null }) => lifted === null);
  const held = exported.permitted ? heldIn(exported) : 'refused';
  return told({ standing, agreement, consent: consents[0]?.state ?? 'none', isHeld, held });
}

// biome-ignore lint/suspicious/noExplicitAny: an answer
function heldIn(exported: any): Record<string, string> {
  const held: { category: string; value: string }[] = exported.value?.held ?? [];
  return Object.fromEntries(held.map(({ category, value }) => [category, value]));
}

const idOf = (id: string | undefined) => (id === undefined ? {} : { id });

/** The classes of the entries of a deed that always leaves the same. */
export function leaving(...classes: readonly string[]) {
  return { leaves: () => classes, mayLeave: classes };
}
