import { type Policy, readPolicy } from '@avow/policy';
import { type Clock, lookUpTogether, systemClock, type Vault, type VersionRow } from '@avow/vault';
import { unsettled } from '../act/settle.ts';
import type { PolicyDigest } from '../face/ids.ts';
import { isAvowFault } from '../fault.ts';
import {
  policyStanding,
  sourceOf,
  standingAt,
  standingIn,
  versionBody,
  versionOf,
} from '../register/version.ts';
import { type Rows, readNow } from '../rows/reading.ts';
import { type Edition, editionOf } from './edition.ts';
import { publish } from './publish.ts';

/**
 * The version that decides, and the versions that decided before. Each is read and compiled once.
 * Any process may put another in force, and one that was announced comes into force by its date alone;
 * every act makes sure in its unit, at the unit's own moment, that it goes by the right one.
 */
export class InForce {
  readonly #vault: Vault;
  readonly #clock: Clock;
  readonly #editions = new Map<string, Edition>();
  readonly #standing: () => Promise<readonly VersionRow[]>;
  #current: { readonly edition: Edition; readonly since: number } | undefined;
  #setAside: PolicyDigest | undefined;
  /** The moment of a unit that went by another version than was planned: our own clock may be behind. */
  #seen = 0;

  constructor(vault: Vault, clock: Clock = systemClock) {
    this.#vault = vault;
    this.#clock = clock;
    const rowsOf = lookUpTogether(async (names: readonly string[]) => {
      const found = await vault.read(names.map(() => policyStanding));
      return [...found];
    });
    this.#standing = async () => (await rowsOf('policy')) ?? [];
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
    return this.inForce(await this.#standing());
  }

  /** What stands now, by the records: what is in force, and what was announced. */
  async standing() {
    return standingAt(await this.#standing(), this.moment());
  }

  /** Epoch milliseconds, not before any unit that was seen to go by another version. */
  moment(): number {
    return Math.max(this.#clock.now(), this.#seen);
  }

  /** The version that rows read as standing name. */
  async inForce(rows: readonly VersionRow[]): Promise<Edition> {
    const { inForce: row } = standingAt(rows, this.moment());
    if (row === undefined) throw new TypeError('no policy is in force yet');
    const edition = await this.edition(row.digest);
    if (edition === undefined) throw unsettled();
    this.see(edition, row.from ?? 0);
    return edition;
  }

  /** Whether a version decides at the moment of a unit, which read `policyStanding`. */
  decides({ digest }: Edition, rows: Rows, now: number): boolean {
    if (standingIn(rows, now).inForce?.digest === digest) return true;
    this.#seen = now;
    return false;
  }

  /** A version by its digest, in force or not. */
  async edition(digest: string): Promise<Edition | undefined> {
    const known = this.#editions.get(digest);
    if (known) return known;
    const rows = await readNow(this.#vault, sourceOf(digest));
    const source = rows.of(sourceOf(digest))[0];
    return source && this.keep(editionOf(readPolicy(source.body)));
  }

  /** The version that this process began with, if another had replaced it before, and still does. */
  setAside(): PolicyDigest | undefined {
    return this.#setAside === this.#current?.edition.digest ? undefined : this.#setAside;
  }

  /**
   * Puts a policy in force if it never was: a program that starts with its policy in hand. What has to be
   * announced, or was replaced by another, is not put in force by a start: that goes on by the records,
   * and says so. So a server of an older edition that is started again has no say over all.
   */
  async begin(policy: Policy): Promise<void> {
    const edition = this.keep(editionOf(policy));
    const { inForce, coming } = await this.standing();
    const isDecided = inForce !== undefined && versionBody(inForce).announced === true;
    if (coming === undefined && !isDecided && inForce?.digest !== edition.digest) {
      await publish(this.#vault, this, edition, {}, { anew: true }).catch((problem: unknown) => {
        // It has to be announced; or another server that started at the same time was quicker.
        if (!isAvowFault(problem, 'AVOW_UNANNOUNCED', 'AVOW_EXISTS')) throw problem;
      });
    }
    await this.now();
    const [known] = (await readNow(this.#vault, versionOf(edition.digest))).of(
      versionOf(edition.digest),
    );
    if (known === undefined) goesOnByRecords();
    const isComing = coming?.digest === edition.digest;
    this.#setAside = known === undefined || isComing ? undefined : edition.digest;
  }

  /** Two reads may end in another order than they began: what was seen once is not forgotten for less. */
  see(edition: Edition, since: number): void {
    if (since >= this.since()) this.#current = { edition, since };
  }

  keep(edition: Edition): Edition {
    this.#editions.set(edition.digest, edition);
    return edition;
  }
}

function goesOnByRecords(): void {
  const why =
    'the policy of this program has to be announced before it is in force: it goes on by the version on record';
  const detail =
    'Announce it (policy.announce); while the data is nobody’s, as on your own machine, begin with new stores.';
  process.emitWarning(why, { code: 'AVOW_UNANNOUNCED', detail });
}
