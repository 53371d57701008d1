import type { PartyId } from '../face/ids.ts';
import type { Edition } from '../policy/edition.ts';
import { engagementsOf } from '../register/engagement.ts';
import { standingOf } from '../register/party.ts';
import { Remembered } from '../remembered.ts';
import { Reading, type Rows } from '../rows/reading.ts';

/** Parties that are remembered at most; and engagements of one, for whoever has more is read each time. */
const PARTIES = 1_000;
const ENGAGEMENTS = 20;

interface Known {
  readonly rows: Rows;
  /** The version that they were read under: another may have no word for what the party was. */
  readonly under: Edition['digest'];
}

/**
 * What the records last said of parties. By it an act is planned without reading them first: its unit reads them
 * under locks, and a plan that does not hold is made anew from the records. So nothing is decided by what stands here,
 * and none of it is about a person.
 */
export class Acquaintance {
  readonly #known = new Remembered<PartyId, Known>(PARTIES);

  of(party: PartyId, { digest }: Edition): Rows | undefined {
    const known = this.#known.get(party);
    return known?.under === digest ? known.rows : undefined;
  }

  /** `rows` are those of a plan by this version that read who the party is. */
  note(party: PartyId, rows: Rows, { digest }: Edition): void {
    const [engagements, standing] = [engagementsOf(party), standingOf(party)];
    const found = [rows.of(engagements), rows.of(standing)] as const;
    this.forget(party);
    if (found[0].length > ENGAGEMENTS) return;
    // Made of these two alone: the plan's own rows hold what is somebody's.
    const own = new Reading(engagements, standing).rows(found as never);
    this.#known.set(party, { rows: own, under: digest });
  }

  /** More is to be read of the party than stands here. */
  forget(party: PartyId): void {
    this.#known.forget(party);
  }
}
