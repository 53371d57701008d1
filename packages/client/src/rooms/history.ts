import type { Decision } from '../decision.ts';
import type { Call, Spoken } from '../http/call.ts';

/** One line of a person's timeline. */
export interface Happened {
  readonly entry: string;
  readonly at: string;
  readonly what:
    | {
        readonly kind: 'decision';
        readonly action: string;
        readonly purpose: string;
        readonly categories: readonly string[];
        readonly recipient: string;
        readonly party: string | null;
        readonly order: string | null;
        readonly mechanisms: readonly Readonly<Record<string, string>>[] | null;
        readonly case: string | null;
        readonly permitted: boolean;
        readonly sentence: string;
      }
    | { readonly kind: 'evidence'; readonly evidence: string; readonly state: string };
}

/** A past decision, in the words of the policy of its day. */
export interface Explanation {
  readonly permitted: boolean;
  readonly by: 'permission' | 'prohibition' | 'silence';
  readonly answer: string;
  readonly sentence: { readonly id: string; readonly text: string };
  readonly reasons: readonly {
    readonly fact: string;
    readonly holds: boolean | null;
    readonly text: string;
  }[];
  readonly withheld: boolean;
  readonly duties: readonly { readonly duty: string; readonly text: string }[];
  readonly remedies: readonly {
    readonly steps: readonly {
      readonly fact: string;
      readonly by: string;
      readonly text: string;
    }[];
  }[];
}

/** What proves a record. It names nobody. */
export interface Receipt {
  readonly entry: string;
  readonly body: string;
  readonly vkey: string;
  readonly promise: string | null;
  readonly proof: string | null;
}

/** What proves of whom it speaks as well. It outlives the person's data. */
export interface OpenedReceipt extends Receipt {
  readonly opening: {
    readonly nonce: string;
    readonly person: string;
    readonly party: string | null;
    readonly evidence: readonly string[];
    readonly at: string;
  };
}

export function history(call: Call) {
  return {
    /** Newest first, for the person; each page is a decision of its own, which stands in the history too. */
    read: (
      person: string,
      page: {
        readonly before?: string;
        readonly limit?: number;
        readonly ownLooks?: 'yes' | 'no';
        readonly visits?: 'yes' | 'no';
      } = {},
      spoken: Spoken = {},
    ) =>
      call<Decision<{ readonly history: readonly Happened[]; readonly next: string | null }>>(
        'getHistory',
        { params: { person }, query: { ...page }, ...spoken },
      ),
    explain: (
      entry: string,
      audience: 'person' | 'requester' | 'partner' | 'operator',
      spoken: Spoken = {},
    ) => call<Explanation>('explainEntry', { params: { entry }, query: { audience }, ...spoken }),
    receipt: (entry: string) => call<Receipt>('getReceipt', { params: { entry } }),
    /** For the person of whom the entry speaks: a look at one line of their history. */
    openReceipt: (person: string, entry: string, spoken: Spoken = {}) =>
      call<Decision<OpenedReceipt>>('openReceipt', { params: { person, entry }, ...spoken }),
  };
}
