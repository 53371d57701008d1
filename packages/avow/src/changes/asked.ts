import { type Difference, diff, type Words } from '@avow/policy';
import type { EvidenceRow, VersionRow } from '@avow/vault';
import { consentFrom } from '../consents/consent.ts';
import type { Deployment } from '../deployment.ts';
import type { Reasked } from '../face/changes.ts';
import type { PersonId, PolicyDigest } from '../face/ids.ts';
import type { Edition } from '../policy/edition.ts';
import { acceptanceFrom, acceptanceOf } from '../register/acceptance.ts';
import { announcementFrom, announcementOf } from '../register/announcement.ts';
import { type Asking, askedBy, askings, outdoes, touches } from '../register/asking.ts';
import { choiceFrom } from '../register/choice.ts';
import { reference } from '../register/reference.ts';
import { policyStanding, standingIn } from '../register/version.ts';
import { type ReadOf, type Rows, readNow } from '../rows/reading.ts';

/** That a person will answer later: one row for each version at most. */
export function laterRef(person: string, version: string): string {
  return reference('change', person, version);
}

export function laterOf(person: string, version: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'ref', equals: [laterRef(person, version), 'change'], limit: 1 };
}

/** What a person is asked, with the version it is about and the rows that it rests on. */
export interface Question {
  readonly edition: Edition;
  readonly from: number;
  readonly isInForce: boolean;
  /** The acceptance that is outdone; undefined where there is none. */
  readonly acceptance: EvidenceRow | undefined;
  readonly choices: readonly EvidenceRow[];
}

/** The most permissions of one person that are looked at. */
const MOST = 10_000;

export function consentsOf(person: string): ReadOf<'evidence'> {
  return { table: 'evidence', by: 'person', equals: [person, 'consent'], limit: MOST };
}

/** The version that asks, and all that it brings: what decides now before what is announced. */
export function questionAt(
  rows: Rows,
  person: string,
  now: number,
): (Omit<Question, 'edition'> & { readonly version: string }) | undefined {
  const { inForce, coming } = standingIn(rows, now);
  const ofVersion = (row: VersionRow | undefined, isInForce: boolean) => {
    if (row === undefined) return undefined;
    const asked = isInForce ? askedBy(rows, now) : askedBy(rows, row.from ?? 0);
    const found = outdone(rows, person, asked);
    if (found.acceptance === undefined && found.choices.length === 0) return undefined;
    return { version: row.digest, from: row.from ?? 0, isInForce, ...found };
  };
  return ofVersion(inForce, true) ?? ofVersion(coming, false);
}

/** The person's answers that some of what is asked outdoes. */
function outdone(rows: Rows, person: string, asked: readonly Asking[]) {
  const [acceptance] = rows.of(acceptanceOf(person));
  const isOutdone =
    acceptance?.state === 'accepted' &&
    asked.some((asking) =>
      outdoes(asking, { at: acceptance.at, version: acceptanceFrom(acceptance).policy }),
    );
  const choices = rows.of(consentsOf(person)).filter((row) => {
    if (row.ref === null || row.state !== 'given') return false;
    const choice = choiceFrom(row);
    const answered = { at: row.at, version: choice.version };
    return asked.some(
      (asking) =>
        outdoes(asking, answered) &&
        choice.purposes.some((purpose) =>
          choice.categories.some((category) =>
            touches(asking, { action: choice.action, purpose, category }),
          ),
        ),
    );
  });
  return { acceptance: isOutdone ? acceptance : undefined, choices };
}

/** What `questionAt` needs to have been read. */
export function questionReads(person: string) {
  return [policyStanding, askings, acceptanceOf(person), consentsOf(person)] as const;
}

/** What is asked of a person now: the difference from what they accepted, and what speaks of it. */
export async function asked(
  deployment: Deployment,
  person: PersonId,
): Promise<Reasked<Words> | undefined> {
  const { vault, policy } = deployment;
  const rows = await readNow(vault, ...questionReads(person));
  const question = questionAt(rows, person, policy.moment());
  if (question === undefined) return undefined;
  const { version, from, isInForce, acceptance, choices } = question;
  const more = await readNow(vault, laterOf(person, version), announcementOf(version));
  const next = await policy.edition(version);
  const before = await policy.edition(
    acceptance === undefined ? beforeOf(more, version) : acceptanceFrom(acceptance).policy,
  );
  if (next === undefined || before === undefined) {
    throw new TypeError('a version that is asked about is not kept');
  }
  return {
    version: version as PolicyDigest,
    from,
    isInForce,
    difference: differenceOf(before, next),
    acceptance: acceptance !== undefined,
    choices: choices.map((row) => consentFrom(choiceFrom(row), row)),
    later: !isInForce && more.of(laterOf(person, version)).length > 0,
  };
}

const differences = new WeakMap<Edition, WeakMap<Edition, Difference>>();

/** Computed once: many people are asked about the same, again and again. */
function differenceOf(before: Edition, next: Edition): Difference {
  const known = differences.get(next) ?? new WeakMap<Edition, Difference>();
  const difference = known.get(before) ?? diff(before.policy, next.policy);
  differences.set(next, known.set(before, difference));
  return difference;
}

function beforeOf(rows: Rows, version: string): string {
  const [row] = rows.of(announcementOf(version));
  return row === undefined ? version : announcementFrom(row).before;
}
