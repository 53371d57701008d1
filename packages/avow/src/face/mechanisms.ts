import type { CategoryName, PurposeName, Words } from '@avow/policy';
import type { Acting, Idempotent } from './decision.ts';
import type { EntryId, MechanismId, PartyId } from './ids.ts';

/**
 * What makes a transfer lawful, in the words of the field:
 *
 * - `adequacy`: the destination was found to protect as well (GDPR 45).
 * - `assessment`: a security assessment by the authority was passed (PIPL 38(1), 40).
 * - `certification`: a body has certified it (PIPL 38(2); GDPR 46(2)(f)).
 * - `contract`: the standard contract of the authority was signed (PIPL 38(3); GDPR 46(2)(c), (d)).
 * - `bindingRules`: binding corporate rules were approved (GDPR 47).
 * - `treaty`: an international agreement says so (PIPL 38, 41; GDPR 48).
 * - `consent`: each person's separate consent (PIPL 39; GDPR 49(1)(a)). It counts only for whoever has
 *   given it: `consents.give` with action `transfer`.
 */
export const mechanismKinds = [
  'adequacy',
  'assessment',
  'certification',
  'contract',
  'bindingRules',
  'treaty',
  'consent',
] as const;
/** What a transfer abroad may rest on. */
export type MechanismKind = (typeof mechanismKinds)[number];

/** A mechanism as it stands on record. It covers what it names, and nothing else. */
export interface Mechanism<V extends Words> {
  readonly mechanism: MechanismId;
  readonly kind: MechanismKind;
  /** ISO 3166-1 alpha-2: out of which country, and into which. */
  readonly origin: string;
  readonly destination: string;
  /** The one party that it binds; undefined: whoever gets it there. */
  readonly party: PartyId | undefined;
  readonly purposes: readonly PurposeName<V>[];
  readonly categories: readonly CategoryName<V>[];
  /** SHA-256 of the document that says so, 64 lower-case hexadecimal digits. */
  readonly document: string;
  readonly from: number;
  readonly until: number | undefined;
  readonly ended: number | undefined;
}

/** What a transfer rested on. */
export interface NamedMechanism {
  readonly mechanism: MechanismId;
  readonly kind: MechanismKind;
  readonly origin: string;
  readonly destination: string;
}

/**
 * What transfers rest on (clause 4). Information leaves a country only by one of these: out of the
 * person's country, and out of the country where it was collected, if that is another.
 */
export interface Mechanisms<V extends Words> {
  register(
    what: Omit<Mechanism<V>, 'mechanism' | 'party' | 'from' | 'until' | 'ended'> &
      Partial<Pick<Mechanism<V>, 'party' | 'from' | 'until'>> &
      Acting &
      Idempotent,
  ): Promise<Mechanism<V> & { readonly entry: EntryId }>;
  /** From the moment this returns nothing is transferred on it, on any process. */
  end(
    what: { readonly mechanism: MechanismId } & Acting & Idempotent,
  ): Promise<Mechanism<V> & { readonly entry: EntryId }>;
  /** All of them, ended ones too, newest first. */
  list(): Promise<readonly Mechanism<V>[]>;
}
