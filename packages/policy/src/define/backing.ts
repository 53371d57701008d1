import type { Enforced, Information, Rest } from '../model/sentence.ts';
import type { Text } from '../model/text.ts';
import type { Draft, ScopeDraft } from './rule.ts';
import type { Word } from './word.ts';

/** A finished permit or a prohibition, as a sentence takes it. */
interface RuleDraft {
  readonly draft: Draft<'permit'> | Draft<'forbid'>;
  readonly complete: true;
}

/** A promise that is proven over every decision. */
interface PromiseDraft {
  readonly kind: 'promise';
  readonly never: Draft<'never'>;
}

/** A standing duty. */
interface DutyDraft {
  readonly kind: 'duty';
  readonly duty: Word<'duties'>;
}

/** What may stand behind a sentence, as the author writes it. */
export type BackingDraft = RuleDraft | PromiseDraft | DutyDraft | Enforced | Information | Rest;

/** A promise: `never(…)` is proven over every cell and state of facts, `enforced(…)` is tested. */
export function promise(what: ScopeDraft<'never'>): PromiseDraft;
export function promise(what: Enforced): Enforced;
export function promise(what: ScopeDraft<'never'> | Enforced): PromiseDraft | Enforced {
  return 'draft' in what ? Object.freeze({ kind: 'promise', never: what.draft }) : what;
}

/** An invariant across decisions: the system enforces it and `test` (a path) shows that it does. */
export function enforced(text: Text, shown: { readonly test: string }): Enforced {
  return Object.freeze({ kind: 'enforced', text, test: shown.test });
}

/** Something the system does, or checks on itself, unasked. */
export function duty(what: Word<'duties'>): DutyDraft {
  return Object.freeze({ kind: 'duty', duty: what });
}

/** Declares that the sentence only tells something. */
export function information(): Information {
  return Object.freeze({ kind: 'information' });
}

/** Default deny. Exactly one sentence of a policy is backed by it, and every default refusal cites that one. */
export function refuseTheRest(): Rest {
  return Object.freeze({ kind: 'rest' });
}
