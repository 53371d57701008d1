import type { CategoryName, Policy, Words } from '@avow/policy';
import {
  type Anchor,
  type Clock,
  type Keyring,
  openOutside,
  openVault,
  type Random,
  systemClock,
  type Tombstones,
  type Vault,
} from '@avow/vault';
import { each } from './act/each.ts';
import { previewWith } from './act/preview.ts';
import { agreementOf } from './agreement/agreement.ts';
import { changesOf } from './changes/changes.ts';
import { clockOf } from './clock/clock.ts';
import { commentsOf } from './comments/comments.ts';
import { consentsOf } from './consents/consents.ts';
import type { NameOf } from './consents/question.ts';
import { cookiesOf } from './cookies/cookies.ts';
import type { Deployment } from './deployment.ts';
import { deskOf } from './desk/desk.ts';
import { tidyDesk } from './desk/tidy.ts';
import { openDirectoryAccess } from './directory/access.ts';
import { directoryOf } from './directory/directory.ts';
import { takeBackGoing } from './directory/take-back.ts';
import { disclosuresOf } from './disclosures/disclosures.ts';
import { sweepDisclosures } from './disclosures/sweep.ts';
import { documentsOf } from './documents/documents.ts';
import { eraseWith } from './erasure/erase.ts';
import { sweepExempt } from './exempt/sweep.ts';
import type { Avow, DirectoryOptions, FactSource, Measure } from './face/index.ts';
import { type Providers, providers } from './facts/registry.ts';
import { AvowError } from './fault.ts';
import { explainWith } from './history/explain.ts';
import { historyWith } from './history/history.ts';
import { openReceiptWith, promiseWith, receiptWith } from './history/receipt.ts';
import { holdsWith } from './holds/holds.ts';
import { valueIn } from './holds/value.ts';
import { importsOf } from './imports/imports.ts';
import { findable } from './items/findable.ts';
import { itemsOf } from './items/items.ts';
import { sweepTerms } from './items/sweep.ts';
import { logOf } from './log/log.ts';
import { readiness } from './log/ready.ts';
import { talliesOf } from './log/tallies.ts';
import { keepVerifierKey } from './log/verifier-key.ts';
import { deadlinesMeasure } from './measures/deadlines.ts';
import { drillWith } from './measures/drill.ts';
import { builtIn, type MeasuredPlaces, measuresOf } from './measures/measures.ts';
import { toldMeasure } from './measures/told.ts';
import { mechanismsOf } from './mechanisms/mechanisms.ts';
import { noticesOf } from './notices/notices.ts';
import type { NoticeWay } from './notices/way.ts';
import { ordersOf } from './orders/orders.ts';
import { partiesOf } from './parties/parties.ts';
import { type KeySource, placesOf } from './places.ts';
import { tidyVersions } from './policy/announce.ts';
import { InForce } from './policy/in-force.ts';
import { withNewestWords } from './policy/newest-words.ts';
import { warnIfSetAside } from './policy/set-aside.ts';
import { versionsOf } from './policy/versions.ts';
import { collectWith } from './records/collect.ts';
import { correctWith } from './records/correct.ts';
import { actWith } from './records/disclose.ts';
import { exportWith } from './records/export.ts';
import { sweeperOf } from './records/sweeper.ts';
import { registersOf } from './registers/registers.ts';
import { sweepRegisters } from './registers/sweep.ts';
import { searchesOf } from './searches/searches.ts';
import { subjectsOf } from './subjects/subjects.ts';
import { watchLog } from './telemetry/log.ts';
import { watchNotices } from './telemetry/notices.ts';
import { watchParties } from './telemetry/parties.ts';
import { watchPolicy } from './telemetry/policy.ts';
import { openTelemetry, type Telemetry } from './telemetry/telemetry.ts';
import { watchUpkeep } from './telemetry/upkeep.ts';
import { transfersOf } from './transfers/transfers.ts';
import { visitsOf } from './visits/visits.ts';
import { find } from './warnings/find.ts';

/** What a platform brings along. */
export interface AvowOptions<V extends Words> {
  /**
   * Put in force if it never was: at the first start, and whenever it has changed. A version that was
   * replaced does not come back by a start; `policy.publish` brings it back.
   */
  readonly policy: Policy<V>;
  /**
   * The data store's file, such as `data/avow.db`; then the key store lies in `data-keys/` and the
   * anchor in `data-anchor/` beside it. Or both files, or the connection strings of two PostgreSQL
   * databases.
   */
  readonly database: string | { readonly data: string; readonly keys: string };
  /** Where the root key comes from: `passphraseFile('keys/root')`, or any keyring. */
  readonly keys: Keyring | KeySource;
  /**
   * Where the last checkpoint is kept, outside both stores: a file, or the connection string of a
   * database of its own. Needed if `database` names both.
   */
  readonly anchor?: Anchor | string;
  /** Where it is written down who was erased. Default: beside the anchor, if that is a place. */
  readonly tombstones?: Tombstones;
  /** The log's name: a host and path without scheme. Never changes. Default `localhost/avow`. */
  readonly origin?: string;
  /** The region of the policy that this deployment keeps its data in. Default: its only one. */
  readonly region?: keyof V['regions'] & string;
  /** Where it is looked up which region of the platform somebody is at home in. */
  readonly directory?: DirectoryOptions;
  /** Providers of facts beside those that come with the library, or in their place. */
  readonly facts?: Providers;
  /** The folder that backups are taken into, each in a folder of its own: for measures and drills. */
  readonly backups?: string;
  /** Measures of the platform's own, such as how it keeps passwords. */
  readonly measures?: readonly Measure[];
  /**
   * What parties are called where people are asked to allow them something. Without it, or where it answers
   * undefined, by their name in the records. The digest of the question covers the name: give one for good.
   */
  readonly nameOf?: NameOf;
  /**
   * How notices of a change of the policy go out by mail. Without it they cannot, and an announcement
   * that names mail is refused.
   */
  readonly notices?: NoticeWay & { readonly address: CategoryName<V> };
  /**
   * How much may wait in each store before more is refused with `AVOW_BUSY`, which an HTTP surface
   * answers with 503 and `Retry-After`. Default 4,096.
   */
  readonly queue?: number;
  readonly clock?: Clock;
  readonly random?: Random;
  /**
   * Says that the machine's clock is right, although the log's last entry is over 30 days ago. Until
   * somebody does, here or by `avow.clock.confirm`, nothing that is past its time is removed.
   */
  readonly acceptClock?: boolean;
}

/**
 * Opens a platform's data under its policy. From here on the only way to a person's data is a decision
 * of that policy. Rejects with `AVOW_OPTIONS`, with the codes of `openVault`, or with those of the
 * policy (`AVOW_POLICY_…`).
 */
export async function createAvow<const V extends Words>(options: AvowOptions<V>): Promise<Avow<V>> {
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
    'policy' | 'region' | 'directory' | 'facts' | 'measures' | 'notices' | 'nameOf'
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
  const { notices, nameOf } = options;
  const directory =
    options.directory && (await openDirectoryAccess(options.directory, options.clock));
  const deployment = {
    vault,
    policy,
    providers: facts,
    telemetry,
    region,
    directory,
    notices,
    nameOf,
  };
  // Inside, words are text that was checked at the door; outside, they are the policy's own types.
  return assemble(deployment, options) as unknown as Avow<V>;
}

/** The clauses' systems, each over the same deployment. */
function assemble(
  deployment: Deployment,
  {
    anchor,
    clock,
    places,
    measures = [],
  }: {
    readonly anchor: Anchor;
    readonly clock: Clock;
    readonly places?: MeasuredPlaces;
    readonly measures?: readonly Measure[];
  },
): Avow<Words> {
  const now = () => clock.now();
  const { vault, telemetry } = deployment;
  const { instruments } = telemetry;
  const log = logOf(vault, clock);
  watchLog(instruments, vault, log);
  watchPolicy(instruments, deployment.policy);
  const newest = withNewestWords(deployment.policy);
  watchUpkeep(instruments, vault, () => clock.now());
  // The terms of items go after the items, never before: without them nobody could tell what is held.
  const sweepExpired: Avow<Words>['sweep'] = async (onProgress) => {
    await tidyVersions(deployment);
    const gone = await vault.sweepExpired(onProgress);
    const terms = await sweepTerms(vault, clock.now());
    const copies = await sweepExempt(vault, deployment.policy);
    await tidyDesk(deployment);
    const registers = await sweepRegisters(vault, clock.now());
    const disclosures = await sweepDisclosures(deployment);
    await takeBackGoing(deployment);
    return gone + terms + copies + registers + disclosures;
  };
  const sweeper = sweeperOf({ sweepExpired }, clock);
  sweeper.start();
  const { notices, rounds } = noticesOf(deployment, clock);
  watchNotices(instruments, notices);
  rounds.start();
  const { parties, reminders } = partiesOf(deployment, clock);
  watchParties(instruments, parties);
  reminders.start();
  const disclosures = disclosuresOf(deployment, now);
  const items = itemsOf(deployment, clock);
  const visits = visitsOf(deployment, clock);
  const searches = searchesOf(deployment, clock);
  return {
    subjects: subjectsOf(deployment),
    documents: documentsOf(deployment),
    agreement: agreementOf(deployment),
    consents: consentsOf(deployment),
    cookies: cookiesOf(deployment, () => clock.now()),
    parties,
    disclosures,
    mechanisms: mechanismsOf(deployment),
    transfers: transfersOf(deployment, disclosures, now),
    directory: directoryOf(deployment),
    orders: ordersOf(deployment),
    desk: deskOf(deployment, now),
    registers: registersOf(deployment),
    warnings: { find },
    holds: holdsWith(deployment),
    items,
    imports: importsOf(deployment),
    visits,
    searches: searches.face,
    each,
    collect: newest(collectWith(deployment)),
    act: newest(actWith(deployment)),
    correct: newest(correctWith(deployment)),
    export: exportWith(deployment),
    erase: eraseWith(deployment, () => clock.now()),
    preview: newest(previewWith(deployment, () => clock.now())),
    history: historyWith(deployment),
    explain: explainWith(deployment),
    receipt: receiptWith(deployment),
    promise: promiseWith(deployment),
    openReceipt: openReceiptWith(deployment),
    policy: versionsOf(deployment, rounds.soon),
    changes: changesOf(deployment),
    notices,
    comments: commentsOf(deployment, items),
    log,
    tallies: () => talliesOf(vault),
    facts: () => factSources(deployment),
    clock: clockOf(vault),
    ready: () => readiness(vault, log, anchor),
    measures: measuresOf(
      [
        ...[...builtIn(vault, log, now, places), toldMeasure(notices)],
        ...[deadlinesMeasure(vault, now), ...measures],
      ],
      deployment.policy,
      now,
    ),
    drill: drillWith(vault, now, places),
    sweep: sweepExpired,
    upkeep: () => vault.upkeep(),
    figures: () => instruments.figures(),
    async close() {
      await Promise.all([visits.settled(), searches.close()]);
      instruments.close();
      await Promise.all([rounds.stop(), reminders.stop()]);
      await sweeper.stop(() => vault.close());
      await deployment.directory?.close();
    },
  };
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

function factSources({ policy, providers: built }: Deployment): FactSource[] {
  return Object.entries(policy.current().policy.vocabulary.facts).map(([fact, { from }]) => ({
    fact,
    from,
    built: Object.hasOwn(built, from),
  }));
}
