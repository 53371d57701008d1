import { createSigner } from '@avow/ledger';
import { requestsOf } from './act/idempotency.ts';
import { isClosed } from './act/standing.ts';
import { unitOf } from './act/unit.ts';
import { openBackground } from './background.ts';
import { confirmGap, doubtGap } from './clock/gap.ts';
import { isGuarded } from './clock/guard.ts';
import { believing, clockStanding, mustBeBelieved, remindOf } from './clock/standing.ts';
import { custodyOf } from './custody/custody.ts';
import { beginList } from './erasure/begin-list.ts';
import {
  type ErasureParts,
  erase,
  listHeld,
  release,
  resumeErasures,
  resumeHeld,
} from './erasure/erase.ts';
import { isFault, VaultError } from './fault.ts';
import { isFirstStart } from './first-start.ts';
import { ensureGenesis } from './genesis.ts';
import type { ValueIn } from './hold/hold.ts';
import { entryMinter, idMinter, type PersonId } from './id.ts';
import { blindDigest } from './index/blind-index.ts';
import type { FindableIn } from './index/findable.ts';
import { changing } from './keyring/changing.ts';
import { openKeyStore } from './keys/key-store.ts';
import { destroyOrphans } from './keys/orphans.ts';
import { pseudonymKey } from './keys/pseudonym-key.ts';
import { openSecrets } from './keys/secrets.ts';
import { latestCheckpoint } from './log/checkpoint.ts';
import { Lately } from './log/lately.ts';
import { publishedEntries, publishedTile } from './log/publish.ts';
import { promiseOf, receiptOf } from './log/receipt.ts';
import { createSequencer } from './log/sequencer.ts';
import { checkAnchor, latestNote } from './log/start.ts';
import { lastArrival, waitingEntries } from './log/stretch.ts';
import { sealingOf } from './measure/sealing.ts';
import type { Anchor } from './port/anchor.ts';
import type { Clock } from './port/clock.ts';
import type { Keyring } from './port/keyring.ts';
import { nobody, type Observer } from './port/observer.ts';
import type { Random } from './port/random.ts';
import type { ScrubbingStore, Store } from './port/store.ts';
import type { Tombstones } from './port/tombstones.ts';
import { rekey } from './rekey/rekey.ts';
import { retentionOf } from './retention/retention.ts';
import type { PersonRow } from './tables.ts';
import type { Tally, Vault } from './vault.ts';

/** What a vault is put together from. */
export interface VaultParts {
  /** Holds the data schema. The vault closes it. */
  readonly data: Store;
  /** Holds the key schema, apart from the data. The vault closes it. */
  readonly keys: ScrubbingStore;
  readonly keyring: Keyring;
  readonly anchor: Anchor;
  readonly tombstones?: Tombstones | undefined;
  readonly clock: Clock;
  readonly random: Random;
  /** The log's name: a host and path without scheme, such as `market.example/avow`. */
  readonly origin: string;
  /** How long entries may wait for the tree, in milliseconds. */
  readonly interval: number;
  /** Kinds of evidence that law keeps beyond erasure. */
  readonly keep: readonly string[];
  /** Whether to carry on by itself with keys that are being replaced. Default yes. */
  readonly carriesOn?: boolean;
  /** What people are found by. Without it the key of the indexes is not replaced to its end. */
  readonly findable?: FindableIn | undefined;
  /** What evidence is a value itself. Default none. */
  readonly valueIn?: ValueIn | undefined;
  /** Told what goes on. Default: nobody. */
  readonly observer?: Observer;
  /** Somebody looked, and the clock is right, however long the last entry is ago. */
  readonly acceptClock?: boolean | undefined;
  /** Told of faults in the background (sequencer, sweeps). */
  report(fault: unknown): void;
}

/**
 * A vault on given engines. Before it resolves, the log has been compared with the checkpoint kept
 * outside, and erasures that were cut off have gone as far as their keys. Faults as in `openVault`;
 * the stores are then left to the caller.
 */
export async function createVault(parts: VaultParts): Promise<Vault> {
  const { anchor, tombstones, clock, random, origin, interval, observer = nobody, report } = parts;
  const now = (): number => clock.now();
  const keyring = changing(parts.keyring);
  const secrets = await openSecrets(parts.keys, keyring, random, {
    isFirstStart: await isFirstStart(parts),
  });
  const signer = createSigner(origin, secrets.log);
  const pseudonyms = pseudonymKey(secrets.log);
  const keys = openKeyStore(parts.keys, secrets.region, random);
  const begun = await lastArrival(parts.data);
  const mint = idMinter(begun, random);
  const entries = entryMinter(begun, random);
  const tools = { mint: entries.mint, random };

  const anchored = await checkAnchor(parts.data, anchor, signer.vkey);
  // Before anything is written by the clock that is to be asked about.
  if (isGuarded(clock)) {
    await doubtGap(parts.data, tools, now());
    await remindOf(parts.data, clock);
  }
  if (parts.acceptClock === true) await confirmGap(parts.data, tools);
  await ensureGenesis(parts.data, tools, origin);
  const log = { store: parts.data, signer, anchor, anchored, interval, observer, report };
  const sequencer = createSequencer({ ...log, onArrival: entries.forward });
  await sequencer.flush();
  const store = believing(
    clock,
    wakingStore(parts.data, () => sequencer.wake()),
  );

  const lately = new Lately();
  const background = openBackground(report);
  const sweeps = new Map<PersonId, Promise<void>>();
  const { keep, valueIn = () => undefined } = parts;
  const inner = { store, keys, signer, tools, background, sweeps, observer };
  const erasure: ErasureParts = { ...inner, tombstones, keep, valueIn, now };
  if (tombstones !== undefined) await beginList(store, tombstones);
  await resumeErasures(erasure);
  await listHeld(erasure);
  void background.run(async () => {
    await mustBeBelieved(parts.data, clock);
    await destroyOrphans(keys, store, now());
    await resumeHeld(erasure);
  });
  const { signal } = background;
  const retention = retentionOf({ store, tools, signal, observer });
  const custody = custodyOf(
    {
      data: store,
      keys: parts.keys,
      region: secrets.region,
      index: secrets.index,
      keyStore: keys,
      findable: parts.findable,
      believed: () => mustBeBelieved(parts.data, clock),
      keyring,
      tools,
      signal,
    },
    origin,
  );
  if (parts.carriesOn ?? true) void background.run(() => custody.resume());
  sequencer.watch();
  let closing: Promise<void> | undefined;

  async function generationOf(person: PersonId, evenHeld: boolean | undefined): Promise<number> {
    const [rows] = await store.read([{ table: 'person', by: 'key', equals: [person], limit: 1 }]);
    const row = rows?.[0] as PersonRow | undefined;
    if (row !== undefined && isClosed(row, evenHeld)) {
      throw new VaultError('AVOW_ERASED', 'this person has been erased');
    }
    return row?.generation ?? 1;
  }

  async function close(): Promise<void> {
    await background.stop();
    await sequencer.stop();
    try {
      await sequencer.flush();
    } finally {
      await parts.data.close();
      await parts.keys.close();
    }
  }

  return {
    origin,
    vkey: signer.vkey,
    mint: () => mint(now()),

    async keysFor(person, retentions, { evenHeld } = {}) {
      const atHand = keys.atHand(person);
      const covering = atHand?.covers(retentions) ? atHand : undefined;
      observer.keys(covering ? 'memory' : 'store');
      if (covering) return covering.only(retentions);
      return keys.fetch(person, await generationOf(person, evenHeld), retentions);
    },
    keysAtHand(person) {
      const atHand = keys.atHand(person);
      if (atHand !== undefined) observer.keys('memory');
      return atHand;
    },

    async act(act) {
      const requests = act.idempotency ? requestsOf(secrets.index, act.idempotency) : [];
      try {
        const { acted, written } = await store.run(unitOf(act, requests, tools));
        lately.add(written);
        for (const person of act.rekeys ?? []) keys.forget(person);
        return acted;
      } catch (problem) {
        if (isFault(problem, 'AVOW_ERASED', 'AVOW_CONFLICT')) {
          for (const { person } of act.keys ?? []) keys.forget(person);
        }
        throw problem;
      }
    },

    read: async (reads) => (await store.read(reads)) as never,
    blindIndex: (index, value) => secrets.index.digest(index, value),
    blindIndexes: (index, value) => secrets.index.digests(index, value),
    pseudonym: (use, value) => blindDigest(pseudonyms, use, value),
    receipt: (entry) => receiptOf(store, signer, entry, now()),
    promise: (entry) => promiseOf(store, lately, signer, entry, now()),
    erase: (person) => erase(erasure, person),
    release: (person) => release(erasure, person),
    rekey: (person) => rekey({ store, keys, tools, signal }, person),
    async sweepExpired(onProgress) {
      // Nobody's clock has a say in these.
      await resumeErasures(erasure);
      if (!background.signal.aborted) void background.run(() => custody.resume());
      await mustBeBelieved(parts.data, clock);
      const rows = await retention.sweep(now(), onProgress);
      await resumeHeld(erasure);
      return rows;
    },

    upkeep: () => retention.upkeep(now()),

    custody,
    clock: () => clockStanding(parts.data, clock),
    confirmClock: () => confirmGap(store, tools),

    flush: () => sequencer.flush(),
    checkpoint: async () => (await latestCheckpoint(store))!.note,
    tile: (level, n, width) => publishedTile(store, level, n, width),
    entries: (n, width) => publishedEntries(store, n, width),

    waiting: (limit) => waitingEntries(store, limit),

    async tally() {
      const [rows] = await store.read([{ table: 'tally', by: 'key', equals: [], limit: 10_000 }]);
      return rows as unknown as readonly Tally[];
    },

    sealing: () => sealingOf(store, parts.keys),
    async checkLog() {
      // In this order: whatever was anchored had been committed before.
      const kept = await anchor.read();
      await latestNote(store, kept, signer.vkey);
    },

    close() {
      closing ??= close();
      return closing;
    },
  };
}

/**
 * The store as everything but the sequencer uses it: what commits there may have left an entry for
 * the log.
 */
function wakingStore(store: Store, wake: () => void): Store {
  return {
    ...store,
    async run(unit) {
      try {
        return await store.run(unit);
      } finally {
        wake(); // After a fault too: what is uncertain may have been kept.
      }
    },
  };
}
