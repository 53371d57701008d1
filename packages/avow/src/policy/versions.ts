import { readPolicy, type Words } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import { repeatable } from '../door/idempotency.ts';
import type { Version, Versions } from '../face/versions.ts';
import { POLICY } from '../register/version.ts';
import type { Edition } from './edition.ts';
import { editionOf } from './edition.ts';

/** The versions of the policy: which decides, which did. */
export function versionsOf({ vault, policy }: Deployment): Versions<Words> {
  const current = () => versionFrom(policy.current(), 'in-force', policy.since());
  return {
    current,

    async inForce() {
      await policy.now();
      return current();
    },

    async list() {
      const read = { table: 'version', by: 'name', equals: [POLICY], limit: 1_000 } as const;
      const [rows] = await vault.read([read]);
      const versions = await Promise.all(
        rows.map(async ({ digest, state, from }) => {
          const edition = await policy.edition(digest);
          return edition ? [versionFrom(edition, state as Version<Words>['state'], from ?? 0)] : [];
        }),
      );
      return versions.flat().sort((a, b) => b.from - a.from);
    },

    async publish(next, options = {}) {
      // Read back as a stored policy is, so that nothing is published that could not be read again.
      const edition = editionOf(readPolicy(JSON.stringify(next)));
      const request = repeatable(vault, options, 'policy.publish', { digest: edition.digest });
      const { entry, from } = await policy.publish(edition, request);
      return { ...versionFrom(edition, 'in-force', from), entry };
    },
  };
}

function versionFrom(
  edition: Edition,
  state: Version<Words>['state'],
  from: number,
): Version<Words> {
  const { digest, meaning, texts, policy } = edition;
  return { digest, meaning, name: policy.name, state, from, texts, policy };
}
