import type { PartyId } from '../face/ids.ts';
import { engagementsOf } from '../register/engagement.ts';
import { standingOf } from '../register/party.ts';
import { Reading, type Rows } from '../rows/reading.ts';

/** Parties that are remembered at most; and engagements of one, for whoever has more is read each time. */
const PARTIES = 1_000;
const ENGAGEMENTS = 20;

/**
 * What the records last said of parties. By it an act is planned without reading them first: its unit reads them
 * under locks, and a plan that does not hold is made anew from the records. So nothing is decided by what stands here,
 * and none of it is about a person.
 */
export class Acquaintance {
  /** The one that was asked for longest ago comes first. */
  readonly #known = new Map<PartyId, Rows>();

  of(party: PartyId): Rows | undefined {
    const rows = this.#known.get(party);
    if (rows !== undefined) this.#keep(party, rows);
    return rows;
  }

  /** `rows` are those of a plan that read who the party is. */
  note(party: PartyId, rows: Rows): void {
    const [engagements, standing] = [engagementsOf(party), standingOf(party)];
    this.#known.delete(party);
    const found = [rows.of(engagements), rows.of(standing)] as const;
    if (found[0].length > ENGAGEMENTS) return;
    // Made of these two alone: the plan's own rows hold what is somebody's.
    this.#keep(party, new Reading(engagements, standing).rows(found as never));
    const [oldest] = this.#known.keys();
    if (this.#known.size > PARTIES && oldest !== undefined) this.#known.delete(oldest);
  }

  #keep(party: PartyId, rows: Rows): void {
    this.#known.delete(party);
    this.#known.set(party, rows);
  }
}
