import type { Words } from '@avow/policy';
import type { PersonRow } from '@avow/vault';
import type { Deployment } from '../deployment.ts';
import { repeatable } from '../door/idempotency.ts';
import { asPersonId } from '../door/ids.ts';
import { country as asCountry, flag, LONGEST_VALUE, malformed, text } from '../door/text.ts';
import { word } from '../door/words.ts';
import { publicFactsWith } from '../exempt/read.ts';
import type { PersonId } from '../face/ids.ts';
import type { Subject, SubjectKind, SubjectState, Subjects } from '../face/subjects.ts';
import { withNewestWords } from '../policy/newest-words.ts';
import { browserFrom, browserOf, unseen } from '../register/browser.ts';
import { findersBy } from '../register/finder.ts';
import { personOf } from '../register/person.ts';
import { recordOf } from '../register/record.ts';
import { readNow } from '../rows/reading.ts';
import { findBrowser } from './browser.ts';
import { createSubject } from './create.ts';
import { setStanding } from './standing.ts';
import { isVerified, verify } from './verify.ts';

const KINDS: readonly string[] = ['person', 'organisation', 'device'] satisfies SubjectKind[];

const LONGEST_USE = 64;
/** 192 bits: nobody meets two values with one hash. */
const PSEUDONYM_BYTES = 24;

/** The people, organisations and devices of a deployment. */
export function subjectsOf(deployment: Deployment): Subjects<Words> {
  const { vault, policy } = deployment;
  const newest = withNewestWords(policy);
  return {
    async create(what = {}) {
      const { kind = 'person', country } = what;
      if (!KINDS.includes(kind)) throw malformed('kind', `must be one of ${KINDS.join(', ')}`);
      const home = country === undefined ? null : asCountry('country', country);
      const request = repeatable(what, 'subjects.create', { kind, country });
      return createSubject(deployment, { kind, country: home }, request);
    },

    async get(person) {
      const id = asPersonId(person);
      const rows = await readNow(vault, personOf(id));
      const row = rows.of(personOf(id))[0];
      return row && subjectFrom(row);
    },

    find: newest(async (category, value) => {
      const { vocabulary } = policy.current().policy;
      const known = word('category', category, 'categories', vocabulary);
      const reads = findersBy(vault, known, text('value', value, LONGEST_VALUE));
      const found = await readNow(vault, ...reads);
      const [finder] = reads.flatMap((read) => found.of(read));
      if (finder === undefined) return undefined;
      // Found only as long as the value itself is kept, and its person is.
      const { person, target } = finder;
      const rows = await readNow(vault, personOf(person), recordOf(person, known));
      const row = rows.of(personOf(person))[0];
      const isKept = rows.of(recordOf(person, known))[0]?.id === target;
      return isKept && row && isThere(row) ? (row.id as PersonId) : undefined;
    }),

    pseudonym(use, value) {
      const told = text('value', value, LONGEST_VALUE);
      const digest = vault.pseudonym(text('use', use, LONGEST_USE), told);
      return Buffer.from(digest.subarray(0, PSEUDONYM_BYTES)).toString('hex');
    },

    verify: newest(async (what) =>
      verify(
        deployment,
        {
          person: asPersonId(what.person),
          category: word(
            'category',
            what.category,
            'categories',
            policy.current().policy.vocabulary,
          ),
          value: text('value', what.value, LONGEST_VALUE),
        },
        what,
      ),
    ),
    isVerified: newest(async (person, category) =>
      isVerified(
        deployment,
        asPersonId(person),
        word('category', category, 'categories', policy.current().policy.vocabulary),
      ),
    ),

    publicFacts: publicFactsWith(deployment),

    suspend: async (person, options = {}) =>
      setStanding(deployment, asPersonId(person), 'suspended', options),
    reinstate: async (person, options = {}) =>
      setStanding(deployment, asPersonId(person), 'active', options),
    browser: async (person, found) =>
      findBrowser(
        deployment,
        asPersonId(person),
        {
          ...(found.blocksCookies !== undefined && {
            blocks: flag('blocksCookies', found.blocksCookies),
          }),
          ...(found.signalsOptOut !== undefined && {
            signals: flag('signalsOptOut', found.signalsOptOut),
          }),
        },
        found,
      ),

    async browserFound(person) {
      const read = browserOf(asPersonId(person));
      const [row] = (await readNow(vault, read)).of(read);
      const { blocks, signals } = row ? browserFrom(row) : unseen;
      return { blocksCookies: blocks, signalsOptOut: signals };
    },
  };
}

/** A person as the platform may know of them without a decision: nothing that is sealed. */
export function subjectFrom(row: PersonRow): Subject {
  return {
    person: row.id as PersonId,
    kind: row.kind as SubjectKind,
    // While the sweep is under way the person is erased already, for everybody outside.
    state: row.state === 'erasing' ? 'erased' : (row.state as SubjectState),
    country: row.country ?? undefined,
    created: row.created,
  };
}

/** Whether somebody is there for everyone: neither erased nor waiting for a hold to end. */
export function isThere(row: PersonRow): boolean {
  const { state } = subjectFrom(row);
  return state === 'active' || state === 'suspended';
}
