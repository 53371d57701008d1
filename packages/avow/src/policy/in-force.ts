import { type Policy, readPolicy } from '@avow/policy';
import {
  type AuditedChange,
  type Draft,
  type EntryId,
  lookUpTogether,
  type Vault,
  type VersionRow,
} from '@avow/vault';
import { settle, unsettled } from '../act/settle.ts';
import type { Repeatable } from '../door/idempotency.ts';
import { AvowError, isAvowFault } from '../fault.ts';
import {
  POLICY,
  SOURCE,
  sourceKey,
  sourceOf,
  versionInForce,
  versionLock,
  versionOf,
} from '../register/version.ts';
import { archiveEntry, versionEntry } from '../rows/change.ts';
import { Reading, readNow } from '../rows/reading.ts';
import { type Edition, editionOf } from './edition.ts';
import { mustBeFit } from './fit.ts';

/** What the row of a version says beside its digest. */
export interface VersionBody {
  readonly policy: string;
  readonly meaning: string;
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * The version that decides, and the versions that decided before. Each is read and compiled once.
 * Any process may put another in force; every act makes sure in its unit that it goes by the right one.
 */
export class InForce {
  readonly #vault: Vault;
  readonly #editions = new Map<string, Edition>();
  readonly #rowInForce: () => Promise<VersionRow | undefined>;
  #current: { readonly edition: Edition; readonly since: number } | undefined;

  constructor(vault: Vault) {
    this.#vault = vault;
    const rowOf = lookUpTogether(async (names: readonly string[]) => {
      const found = await vault.read(names.map(versionInForce));
      return found.map(([row]) => row);
    });
    this.#rowInForce = () => rowOf(POLICY);
  }

  /** The version last known to be in force; a decision makes sure of it in its unit. */
  current(): Edition {
    if (this.#current === undefined) throw new TypeError('no policy is in force yet');
    return this.#current.edition;
  }

  /** Since when it is: epoch milliseconds. */
  since(): number {
    return this.#current?.since ?? 0;
  }

  /** The version in force by the records, not by what this process last knew. */
  async now(): Promise<Edition> {
    return this.inForce(await this.#rowInForce());
  }

  /** The version that a row read as in force names. */
  async inForce(row: VersionRow | undefined): Promise<Edition> {
    if (row === undefined) throw new TypeError('no policy is in force yet');
    const edition = await this.edition(row.digest);
    if (edition === undefined) throw unsettled();
    this.#see(edition, row.from ?? 0);
    return edition;
  }

  /** A version by its digest, in force or not. */
  async edition(digest: string): Promise<Edition | undefined> {
    const known = this.#editions.get(digest);
    if (known) return known;
    const rows = await readNow(this.#vault, sourceOf(digest));
    const source = rows.of(sourceOf(digest))[0];
    return source && this.#keep(editionOf(readPolicy(source.body)));
  }

  /** Puts a policy in force unless it is: a program that starts with its policy in hand. */
  async begin(policy: Policy): Promise<void> {
    const edition = this.#keep(editionOf(policy));
    const rows = await readNow(this.#vault, versionInForce(POLICY));
    const [row] = rows.of(versionInForce(POLICY));
    if (row?.digest === edition.digest) return void (await this.inForce(row));
    await this.publish(edition).catch((problem: unknown) => {
      // Another server that started at the same time was quicker.
      if (!isAvowFault(problem, 'AVOW_EXISTS')) throw problem;
    });
    await this.now();
  }

  /** Puts a version in force from now on, and archives the one before. `AVOW_UNFIT` if it does not keep what it says. */
  async publish(
    edition: Edition,
    request: Repeatable = {},
  ): Promise<{ readonly entry: EntryId; readonly from: number }> {
    mustBeFit(edition);
    const { digest } = edition;
    const { idempotency } = request;
    const reading = new Reading(versionInForce(POLICY), versionOf(digest), sourceOf(digest));
    const acted = await settle(this.#vault, request, () =>
      this.#vault.act({
        locks: [versionLock(POLICY, 'exclusive')],
        reads: reading.reads,
        ...(idempotency ? { idempotency } : {}),
        decide(found, { now }) {
          const rows = reading.rows(found);
          const [before] = rows.of(versionInForce(POLICY));
          const [same] = rows.of(versionOf(digest));
          if (before?.digest === digest) throw new AvowError('AVOW_EXISTS', 'it is in force');
          const sources = rows.of(sourceOf(digest)).length > 0 ? [] : [keepSource(edition)];
          const entries = [versionEntry(rowOf(edition, now), same, sources)];
          if (before) entries.push(archiveEntry(before));
          return { answer: now, entries, ...(idempotency ? { outcome: String(now) } : {}) };
        },
      }),
    );
    if (acted.replayed) request.onReplay?.();
    else this.#see(this.#keep(edition), acted.answer);
    const from = acted.replayed ? Number(acted.outcome) : acted.answer;
    return { entry: acted.entries[0]!, from };
  }

  /** Two reads may end in another order than they began: what was seen once is not forgotten for less. */
  #see(edition: Edition, since: number): void {
    if (since >= this.since()) this.#current = { edition, since };
  }

  #keep(edition: Edition): Edition {
    this.#editions.set(edition.digest, edition);
    return edition;
  }
}

function rowOf({ digest, meaning, texts, policy }: Edition, from: number): Draft<'version'> {
  const body: VersionBody = { policy: policy.name, meaning, texts };
  return { digest, name: POLICY, state: 'in-force', from, body: JSON.stringify(body) };
}

/** The policy itself, apart, so that the row that every decision reads stays small. */
function keepSource({ digest, policy }: Edition): AuditedChange {
  const row = { digest: sourceKey(digest), name: SOURCE, state: 'kept', from: null };
  return { table: 'version', after: { ...row, body: JSON.stringify(policy) } };
}
