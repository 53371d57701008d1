import type { Recorded, RunningOut } from '../decision.ts';
import type { Call, Once } from '../http/call.ts';
import type { Category, PolicyWords } from '../words.ts';

/** A person, an organisation or a device whose data is kept. The id says nothing of who it is. */
export interface Subject {
  readonly person: string;
  readonly kind: 'person' | 'organisation' | 'device';
  readonly state: 'active' | 'suspended' | 'held' | 'erased';
  readonly country: string | null;
  readonly created: string;
}

/** A value of a category, to be found or verified by. */
export interface Valued<P extends PolicyWords> {
  readonly category: Category<P>;
  readonly value: string;
}

export function subjects<P extends PolicyWords>(call: Call) {
  return {
    create: (what: { kind?: Subject['kind']; country?: string } = {}, once: Once = {}) =>
      call<Subject>('createSubject', { body: what, ...once }),
    get: (person: string) => call<Subject>('getSubject', { params: { person } }),
    /** By a value that was collected with `findBy`; `null`: nobody. */
    find: async (by: Valued<P>): Promise<string | null> =>
      (await call<{ readonly person: string | null }>('findSubject', { body: by })).person,
    /** Records that somebody has shown a value that they are found by to be theirs. */
    verify: (person: string, by: Valued<P>, once: Once = {}) =>
      call<Recorded>('verifyValue', { params: { person }, body: by, ...once }),
    /** What law itself makes public of an organisation. */
    publicFacts: async (person: string): Promise<Partial<Record<Category<P>, string>>> => {
      type Told = { readonly facts: Partial<Record<Category<P>, string>> };
      return (await call<Told>('readPublicFacts', { params: { person } })).facts;
    },
    /** From the answer on, every act about the subject is refused. */
    suspend: (person: string, once: Once = {}) =>
      call<Recorded & RunningOut>('suspendSubject', { params: { person }, ...once }),
    reinstate: (person: string, once: Once = {}) =>
      call<Recorded>('reinstateSubject', { params: { person }, ...once }),
  };
}
