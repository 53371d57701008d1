import type { Recorded, RunningOut } from '../decision.ts';
import type { Call, Once } from '../http/call.ts';
import type { Action, Category, PolicyWords, Purpose } from '../words.ts';

/** What was handed over about a person, as it stands on record. No value. */
export interface Disclosure<P extends PolicyWords> {
  readonly disclosure: string;
  readonly person: string;
  readonly party: string;
  readonly action: Action<P>;
  readonly purpose: Purpose<P>;
  readonly sealed: readonly Category<P>[];
  readonly online: readonly Category<P>[];
  readonly order: string | null;
  readonly case: string | null;
  readonly at: string;
  readonly closed: {
    readonly at: string;
    readonly because: 'asked' | 'withdrawn' | 'ended';
  } | null;
  /** Whether an opening would be granted now, and the sentence that says so. */
  readonly opens: boolean;
  readonly sentence: string;
  readonly running: string | null;
}

export function disclosures<P extends PolicyWords>(call: Call) {
  return {
    /** Newest first, what is closed too. */
    list: async (person: string): Promise<readonly Disclosure<P>[]> => {
      type Told = { readonly disclosures: readonly Disclosure<P>[] };
      return (await call<Told>('listDisclosures', { params: { person } })).disclosures;
    },
    /** For good: its key is destroyed, and nothing opens it any more. */
    close: (person: string, disclosure: string, once: Once = {}) =>
      call<Recorded & RunningOut & { readonly disclosure: string }>('closeDisclosure', {
        params: { person, disclosure },
        ...once,
      }),
  };
}
