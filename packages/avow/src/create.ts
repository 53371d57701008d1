import type { Policy, Words } from '@avow/policy';
import {
  type Anchor,
  type Clock,
  openOutside,
  openVault,
  systemClock,
  type Vault,
} from '@avow/vault';
import { Acquaintance } from './act/acquaintance.ts';
import { assemble } from './assemble.ts';
import type { Deployment } from './deployment.ts';
import { openDirectoryAccess } from './directory/access.ts';
import type { Avow } from './face/index.ts';
import { providers } from './facts/registry.ts';
import { AvowError } from './fault.ts';
import { checkGiven } from './given.ts';
import { Watch } from './harvesting/watch.ts';
import { valueIn } from './holds/value.ts';
import { findable } from './items/findable.ts';
import { KnownLots } from './items/known-lots.ts';
import { keepVerifierKey } from './log/verifier-key.ts';
import type { MeasuredPlaces } from './measures/measures.ts';
import type { AvowOptions } from './options.ts';
import { placesOf } from './places.ts';
import { InForce } from './policy/in-force.ts';
import { warnIfSetAside } from './policy/set-aside.ts';
import { openTelemetry, type Telemetry } from './telemetry/telemetry.ts';

/**
 * Opens a platform's data under its policy. From here on the only way to a person's data is a decision
 * of that policy. Rejects with `AVOW_OPTIONS`, with the codes of `openVault`, or with those of the
 * policy (`AVOW_POLICY_…`).
 */
export async function createAvow<const V extends Words>(given: AvowOptions<V>): Promise<Avow<V>> {
  const options = checkGiven(given);
  const { clock = systemClock, random, origin = 'localhost/avow' } = options;
  const { data, keys, anchor: kept } = placesOf(options.database, options.anchor);
  const outside = typeof kept === 'string' ? openOutside(kept, [data, keys]) : { anchor: kept };
  const { anchor } = outside;
  const keyring =
    typeof options.keys === 'function' ? await options.keys([data, keys]) : options.keys;
  const tombstones =
    options.tombstones ?? ('tombstones' in outside ? outside.tombstones : undefined);
  const parts = { data, keys, keyring, anchor, origin, clock };
  const telemetry = openTelemetry();
  const vault = await openVault({
    ...parts,
    findable,
    valueIn,
    observer: telemetry.vault,
    ...(tombstones ? { tombstones } : {}),
    ...(random ? { random } : {}),
    ...(options.acceptClock === undefined ? {} : { acceptClock: options.acceptClock }),
    ...(options.queue === undefined ? {} : { queue: queueOf(options.queue) }),
  });
  try {
    if ('verifierKey' in outside) await keepVerifierKey(outside.verifierKey, vault.vkey);
    const files = [...('files' in outside ? outside.files : []), ...(keyring.files ?? [])];
    const { backups } = options;
    const places = { data, keys, files, backups, keyring, anchor, tombstones };
    return await carryOut(vault, { ...options, anchor, clock, telemetry, places });
  } catch (problem) {
    await vault.close();
    throw problem;
  }
}

/** Carries a policy out on a vault that is open. */
export async function carryOut<V extends Words>(
  vault: Vault,
  options: Pick<
    AvowOptions<V>,
    | ('policy' | 'region' | 'directory' | 'facts' | 'measures')
    | ('notices' | 'tellings' | 'alerts' | 'nameOf' | 'campaigns' | 'interests')
  > & {
    readonly anchor: Anchor;
    readonly clock: Clock;
    readonly telemetry?: Telemetry;
    /** Absent where only a vault is at hand: then measures that look at files are left out. */
    readonly places?: MeasuredPlaces;
  },
): Promise<Avow<V>> {
  const region = regionOf(options.policy, options.region);
  const policy = new InForce(vault, options.clock);
  await policy.begin(options.policy);
  warnIfSetAside(policy);
  const { telemetry = openTelemetry() } = options;
  const facts = { ...providers, ...options.facts };
  const { notices, tellings, alerts, nameOf, campaigns, interests } = options;
  const directory =
    options.directory && (await openDirectoryAccess(options.directory, options.clock));
  const deployment = {
    vault,
    policy,
    providers: facts,
    acquaintance: new Acquaintance(),
    lots: new KnownLots(),
    telemetry,
    watch: new Watch(),
    region,
    directory,
    notices,
    tellings,
    nameOf,
    campaigns,
    interests,
    alerts,
  };
  // Inside, words are text that was checked at the door; outside, they are the policy's own types.
  return assemble(deployment, options) as unknown as Avow<V>;
}

function regionOf(policy: Policy, chosen: string | undefined): Deployment['region'] {
  const { regions } = policy.vocabulary;
  const names = Object.keys(regions);
  const name = chosen ?? (names.length === 1 ? names[0] : undefined);
  const region = name !== undefined && Object.hasOwn(regions, name) ? regions[name] : undefined;
  if (name === undefined || region === undefined) {
    const what = `say which of the policy's regions this is: ${names.join(', ')}`;
    throw new AvowError('AVOW_OPTIONS', what, 'region');
  }
  return { name, country: region.country };
}

function queueOf(queue: number): number {
  if (Number.isSafeInteger(queue) && queue > 0) return queue;
  throw new AvowError('AVOW_OPTIONS', 'is a whole number from 1', 'queue');
}
