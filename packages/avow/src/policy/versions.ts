import { diff, readPolicy, type Words } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import type { ByRequest } from '../desk/acting.ts';
import { actorOf } from '../desk/by.ts';
import { repeatable } from '../door/idempotency.ts';
import { moment, name } from '../door/text.ts';
import type { Announcement } from '../face/changes.ts';
import type { Acting, Idempotent } from '../face/decision.ts';
import type { Version, Versions } from '../face/versions.ts';
import { AvowError } from '../fault.ts';
import {
  type AnnouncementBody,
  announcementFrom,
  announcements,
} from '../register/announcement.ts';
import { commentCount } from '../register/comment.ts';
import { POLICY, standingAt } from '../register/version.ts';
import { type ReadOf, readNow } from '../rows/reading.ts';
import { announce } from './announce.ts';
import { announcingOf } from './announcing.ts';
import { answerComments } from './answer-comments.ts';
import { compare, storedIn } from './compare.ts';
import type { Edition } from './edition.ts';
import { editionOf } from './edition.ts';
import { postpone } from './postpone.ts';
import { publish } from './publish.ts';
import { announcementOf, beforeOf, stateOf, versionFrom } from './told.ts';
import { withdraw } from './withdraw.ts';

const everyVersion: ReadOf<'version'> = {
  table: 'version',
  by: 'name',
  equals: [POLICY],
  limit: 1_000,
};

/** The versions of the policy: which decides, which did, which will. */
export function versionsOf(deployment: Deployment, tellSoon: () => void): Versions<Words> {
  const { vault, policy } = deployment;
  const current = () => versionFrom(policy.current(), 'in-force', policy.since());

  /** Every version with its state at this moment, newest first. */
  async function list(): Promise<Version<Words>[]> {
    const rows = (await readNow(vault, everyVersion)).of(everyVersion);
    const standing = standingAt(rows, policy.moment());
    const versions = await Promise.all(
      rows.map(async (row) => {
        const edition = await policy.edition(row.digest);
        return edition ? [versionFrom(edition, stateOf(row, standing), row.from ?? 0)] : [];
      }),
    );
    return versions.flat().sort((a, b) => b.from - a.from);
  }

  const told = async (body: AnnouncementBody, from: number, state: Announcement['state']) =>
    announcementOf(body, from, state, await commentCount(vault, body.version));

  async function announcementsNow(): Promise<readonly Announcement[]> {
    const rows = await readNow(vault, announcements, everyVersion);
    const versions = rows.of(everyVersion);
    const standing = standingAt(versions, policy.moment());
    const all = await Promise.all(
      rows.of(announcements).map((row) => {
        const body = announcementFrom(row);
        const version = versions.find(({ digest }) => digest === body.version);
        const isGone = row.state === 'withdrawn' || version === undefined;
        return told(body, row.from ?? 0, isGone ? 'withdrawn' : stateOf(version, standing));
      }),
    );
    return all.sort((a, b) => b.announced - a.announced);
  }

  return {
    current,
    list,
    setAside: () => policy.setAside(),

    async inForce() {
      await policy.now();
      return current();
    },

    async publish(next, options = {}) {
      const edition = readBack(next);
      const request = requestOf(options, 'policy.publish', { digest: edition.digest });
      const { entry, from } = await publish(vault, policy, edition, request);
      return { ...versionFrom(edition, 'in-force', from), entry };
    },

    async draft(next) {
      const edition = readBack(next);
      const before = await policy.now();
      const { difference, drops } = compare(before, edition);
      const stored = await storedIn(vault, drops);
      return { version: edition.digest, before: before.digest, difference, stored };
    },

    async announce(what) {
      const announcing = announcingOf(readBack(what.policy), what);
      const { edition, ...said } = announcing;
      const asked = { digest: edition.digest, ...said };
      const request = requestOf(what, 'policy.announce', asked);
      const { entry, body } = await announce(deployment, announcing, request);
      tellSoon();
      return { ...announcementOf(body, said.from, 'coming', 0), entry };
    },

    async withdraw(what) {
      const digest = name('version', what.version);
      const request = requestOf(what, 'policy.withdraw', { digest });
      const { entry, body, from } = await withdraw(deployment, digest, request);
      tellSoon();
      return { ...(await told(body, from, 'withdrawn')), entry };
    },

    async postpone(what) {
      const moving = { version: name('version', what.version), from: moment('from', what.from) };
      const request = requestOf(what, 'policy.postpone', moving);
      const { entry, body, from } = await postpone(deployment, moving, request);
      tellSoon();
      return { ...(await told(body, from, 'coming')), entry };
    },

    async answer(what) {
      const answering = { version: name('version', what.version), answer: what.answer };
      const request = requestOf(what, 'policy.answer', answering);
      const { entry } = await answerComments(deployment, answering, request);
      const all = await announcementsNow();
      return { ...all.find(({ version }) => version === answering.version)!, entry };
    },

    announcements: announcementsNow,

    async difference(version, from) {
      const next = await policy.edition(name('version', version));
      if (next === undefined) throw new AvowError('AVOW_NOT_FOUND', 'no such version', 'version');
      const digest = from ?? beforeOf(version, await list());
      if (digest === undefined) return undefined;
      const before = await policy.edition(name('from', digest));
      if (before === undefined) throw new AvowError('AVOW_NOT_FOUND', 'no such version', 'from');
      return diff(before.policy, next.policy);
    },
  };
}

/** A request as it may come again, by whom. */
function requestOf(what: Acting & Idempotent, operation: string, request: object): ByRequest {
  const by = actorOf(what);
  return { ...repeatable(what, operation, { ...request, by }), by };
}

/** Read back as a stored policy is, so that nothing is kept that could not be read again. */
function readBack(policy: unknown): Edition {
  return editionOf(readPolicy(JSON.stringify(policy)));
}
