import type { Words } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import { asHoldId, asPersonId } from '../door/ids.ts';
import { malformed, moment } from '../door/text.ts';
import { wordList } from '../door/words.ts';
import type { Hold, HoldKind, Holds } from '../face/holds.ts';
import type { HoldId, PersonId } from '../face/ids.ts';
import { withNewestWords } from '../policy/newest-words.ts';
import { BY_RESTORE, type HoldRecord, holdFrom, holdsOf } from '../register/hold.ts';
import { readNow } from '../rows/reading.ts';
import { type Lifting, lift } from './lift.ts';
import { type Placing, place } from './place.ts';
import { standingWith } from './standing.ts';

const KINDS: readonly string[] = ['proceedings', 'investigation', 'duty'] satisfies HoldKind[];

/** Legal holds: who must not be erased yet, and why. */
export function holdsWith(deployment: Deployment): Holds<Words> {
  const words = () => deployment.policy.current().policy.vocabulary;
  const newest = withNewestWords(deployment.policy);
  return {
    place: newest(async (what) => place(deployment, placingOf(what, words()), what)),
    lift: async (what) => lift(deployment, asPersonId(what.person), liftingOf(what), what),

    async list(person) {
      const id = asPersonId(person);
      const rows = (await readNow(deployment.vault, holdsOf(id))).of(holdsOf(id));
      return rows
        .map((row) => holdOf(id, holdFrom(row)))
        .sort((a, b) => b.from - a.from || (a.hold < b.hold ? 1 : -1));
    },

    standing: standingWith(deployment),
  };
}

/** A stored hold as the platform meets it. */
export function holdOf(person: PersonId, record: HoldRecord): Hold<Words> {
  return {
    hold: record.id as HoldId,
    person,
    kind: record.kind,
    document: record.document,
    verifiedBy: record.verifiedBy === BY_RESTORE ? undefined : (record.verifiedBy as PersonId),
    categories: record.categories ?? undefined,
    from: record.at,
    until: record.until ?? undefined,
    lifted: record.lifted ?? undefined,
    liftedBy: record.liftedBy as PersonId | undefined,
  };
}

function placingOf(what: Parameters<Holds<Words>['place']>[0], words: Words): Placing {
  const { kind, document, categories, until } = what;
  if (!KINDS.includes(kind)) throw malformed('kind', `must be one of ${KINDS.join(', ')}`);
  if (typeof document !== 'string' || !/^[0-9a-f]{64}$/.test(document)) {
    throw malformed('document', 'must be a SHA-256 in 64 lower-case hexadecimal digits');
  }
  return {
    person: asPersonId(what.person),
    kind,
    document,
    verifiedBy: asPersonId(what.verifiedBy, 'verifiedBy'),
    categories:
      categories === undefined
        ? null
        : wordList('categories', categories, 'categories', words).sort(),
    until: until === undefined ? null : moment('until', until),
  };
}

function liftingOf(what: Parameters<Holds<Words>['lift']>[0]): Lifting {
  return { hold: asHoldId(what.hold), by: asPersonId(what.by, 'by') };
}
