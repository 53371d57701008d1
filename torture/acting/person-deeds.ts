import { newOnce, type Request } from '../asking/ask.ts';
import type { Dice } from '../dice.ts';
import { type Deed, decided, leaving, told } from './deed.ts';
import { anExport, heldIn, type Partner, type PersonState } from './person-state.ts';

/** The SHA-256 of a document that asks for a hold. */
const DOCUMENT = 'ab'.repeat(32);

const CATEGORIES = ['contact.name', 'contact.phone', 'contact.address', 'contact.email'];

/** Values that were written so far, of everybody. */
let values = 0;

/** Whom something can be asked for, and as what. */
interface Whom {
  readonly name: string;
  readonly state: PersonState;
  readonly isBusy: boolean;
}

/** Who else has to do with people: a party of their actor, and the operator who verifies documents. */
export interface Others {
  partner(): Partner;
  verifier(): string | undefined;
}

/** What can be asked for of a person in their state. */
export function deedsOf(
  { name, state, isBusy }: Whom,
  { partner, verifier }: Others,
  dice: Dice,
): readonly Deed<PersonState>[] {
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

  /** A decision on handing over; what was handed over is on record with it, and nothing of it is told. */
  function sealing(kind: 'disclose' | 'refusal', action: string, body: object): Deed<PersonState> {
    const isPermitted = kind === 'disclose';
    return {
      kind,
      request: {
        method: 'POST',
        path: `/v1/acts/${action}/sealed`,
        body: { person: state.id, ...body },
        once: newOnce(),
      },
      after: (before) => before,
      wrong(answer) {
        if (answer.permitted !== isPermitted) return `${isPermitted ? 'refused' : 'permitted'}`;
        return JSON.stringify(answer).includes(state.held['contact.phone'] ?? '\0')
          ? 'a value in plain'
          : undefined;
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
    ...anExport,
    request: { method: 'POST', path: path('/export') },
    after: (before) => before,
    wrong: (answer) =>
      told(heldIn(answer)) === told(state.held) ? undefined : 'other values than were kept',
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
    const body = { kind: 'proceedings', document: DOCUMENT, verifiedBy: verifier() };
    const request = { method: 'POST', path: path('/holds'), body } as const;
    return evidence('hold', request, 'evidence hold standing', { isHeld: true });
  };

  const lift = () => {
    const request = {
      method: 'DELETE',
      path: path(`/holds/${state.holdId}?by=${verifier()}`),
    } as const;
    return evidence('lift', request, 'evidence hold lifted', { isHeld: false });
  };

  /** Nobody may buy it, whatever the person allowed. */
  const refused = () =>
    sealing('refusal', 'sell', {
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
    if (!isBusy) {
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
        ...(canShare ? [sealing('refusal', 'share', sharing)] : []),
      ];
    }
    const request = { method: 'DELETE', path: path(`/consents/${state.consentId}`) } as const;
    return [
      evidence('withdraw', request, 'evidence consent withdrawn', { consent: 'withdrawn' }),
      ...(canShare ? [sealing('disclose', 'share', sharing)] : []),
    ];
  }

  return possible();
}

const idOf = (id: string | undefined) => (id === undefined ? {} : { id });
