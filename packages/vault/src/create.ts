import { createSigner } from '@avow/ledger';
import { actingOf } from './act/acting.ts';
import { openBackground } from './background.ts';
import { beginByClock } from './clock/begin.ts';
import { confirmGap } from './clock/gap.ts';
import { believing, clockStanding, mustBeBelieved } from './clock/standing.ts';
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
import { isFirstStart } from './first-start.ts';
import { ensureGenesis } from './genesis.ts';
import { entryMinter, idMinter, type PersonId } from './id.ts';
import { blindDigest } from './index/blind-index.ts';
import { changing } from './keyring/changing.ts';
import { mustFit } from './keys/fit.ts';
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
import { unbroken } from './log/unbroken.ts';
import { waking } from './log/waking.ts';
import { sealingOf } from './measure/sealing.ts';
import { nobody } from './port/observer.ts';
import { rekey } from './rekey/rekey.ts';
import { retentionOf } from './retention/retention.ts';
import type { Tally, Vault } from './vault.ts';
import type { VaultParts } from './vault-parts.ts';

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
  const keys = openKeyStore(parts.keys, secrets.region, random, (person) =>
    mustFit(parts.data, parts.keys, person),
  );
  const begun = await lastArrival(parts.data);
  const mint = idMinter(begun, random);
  const entries = entryMinter(begun, random);
  const tools = { mint: entries.mint, random };

  const anchored = await checkAnchor(parts.data, anchor, signer.vkey);
  await beginByClock(parts.data, clock, tools, parts.acceptClock === true);
  await ensureGenesis(parts.data, tools, origin);
  const log = { store: parts.data, signer, anchor, anchored, interval, observer, report };
  const sequencer = createSequencer({ ...log, onArrival: entries.forward });
  await sequencer.flush();
  const continued = unbroken(parts.data, () => sequencer.broken());
  const store = believing(
    clock,
    waking(continued, () => sequencer.wake()),
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

  async function close(): Promise<void> {
    await background.stop();
    await sequencer.stop();
    try {
      await sequencer.flush();
    } finally {
      await Promise.all([parts.data.close(), parts.keys.close()]);
    }
  }

  return {
    origin,
    vkey: signer.vkey,
    mint: () => mint(now()),
    ...actingOf({ store, keys, index: secrets.index, tools, lately, observer }),
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

    async takesWrites() {
      const nothing = { answer: undefined, changes: [] };
      const unit = { locks: [], reads: [], decide: () => nothing };
      await Promise.all([store.run(unit), parts.keys.run(unit)]);
    },

    close() {
      closing ??= close();
      return closing;
    },
  };
}
