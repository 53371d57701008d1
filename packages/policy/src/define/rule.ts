import { all, type any, not, type Written } from './condition.ts';
import type { Word } from './word.ts';

/** What a dimension is given: words of its kind, or `any`. */
type Given<K extends Word['kind']> = readonly Word<K>[] | readonly [typeof any];

type Drafted = 'permit' | 'forbid' | 'never';

/** A rule or promise as it is being written: in words, not yet in names. */
export interface Draft<K extends Drafted> {
  readonly kind: K;
  readonly actions: Given<'actions'>;
  readonly categories?: Given<'categories'>;
  readonly recipients?: Given<'recipients'>;
  readonly purposes?: Given<'purposes'>;
  readonly conditions: readonly Written[];
  readonly duties: readonly Word<'duties'>[];
}

type Stated = 'of' | 'to' | 'for';

/** A permit, once it has said of what, to whom and for what. Until then `complete` says what is missing. */
export interface PermitDraft<S extends Stated = never> {
  readonly draft: Draft<'permit'>;
  readonly complete: Stated extends S
    ? true
    : 'A permit must say .of(…) which categories, .to(…) whom and .for(…) what before it backs a sentence';
  of(...categories: Given<'categories'>): PermitDraft<S | 'of'>;
  to(...recipients: Given<'recipients'>): PermitDraft<S | 'to'>;
  for(...purposes: Given<'purposes'>): PermitDraft<S | 'for'>;
  /** All of the conditions must hold. */
  when(...conditions: readonly Written[]): PermitDraft<S>;
  unless(condition: Written): PermitDraft<S>;
  /** What is owed for doing what this permits. */
  owing(...duties: readonly Word<'duties'>[]): PermitDraft<S>;
}

/** A prohibition or a promise. What it does not state, it means of everything. */
export interface ScopeDraft<K extends 'forbid' | 'never'> {
  readonly draft: Draft<K>;
  readonly complete: true;
  of(...categories: Given<'categories'>): ScopeDraft<K>;
  to(...recipients: Given<'recipients'>): ScopeDraft<K>;
  for(...purposes: Given<'purposes'>): ScopeDraft<K>;
  /** All of the conditions must hold. */
  when(...conditions: readonly Written[]): ScopeDraft<K>;
  unless(condition: Written): ScopeDraft<K>;
}

/** Permits actions on categories, to recipients, for purposes, while its condition surely holds. */
export function permit(...actions: Given<'actions'>): PermitDraft {
  return write<PermitDraft>({ kind: 'permit', actions, conditions: [], duties: [] });
}

/** Forbids actions unless its condition surely fails; wins over every permit. */
export function forbid(...actions: Given<'actions'>): ScopeDraft<'forbid'> {
  return write<ScopeDraft<'forbid'>>({ kind: 'forbid', actions, conditions: [], duties: [] });
}

/** What a promise says can never be permitted. */
export function never(...actions: Given<'actions'>): ScopeDraft<'never'> {
  return write<ScopeDraft<'never'>>({ kind: 'never', actions, conditions: [], duties: [] });
}

/** Each step gives a new draft: a shared beginning can be carried on in two ways. */
function write<D>(draft: Draft<Drafted>): D {
  const next = (change: Partial<Draft<Drafted>>) => write<D>({ ...draft, ...change });
  return Object.freeze({
    draft,
    complete: true,
    of: (...categories: Given<'categories'>) => next({ categories }),
    to: (...recipients: Given<'recipients'>) => next({ recipients }),
    for: (...purposes: Given<'purposes'>) => next({ purposes }),
    when: (...conditions: readonly Written[]) =>
      next({ conditions: [...draft.conditions, all(...conditions)] }),
    unless: (condition: Written) => next({ conditions: [...draft.conditions, not(condition)] }),
    owing: (...duties: readonly Word<'duties'>[]) => next({ duties: [...draft.duties, ...duties] }),
  }) as unknown as D;
}
