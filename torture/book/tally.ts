/** What was counted under one blow. */
export interface Tally {
  /** How often the blow fell. */
  blows: number;
  /** Requests that were under way when it fell. */
  inFlight: number;
  /** Answers that promise something, and were checked. */
  acknowledged: number;
  /** Requests of which nobody could say whether they had been carried out. */
  uncertain: number;
  /** Of these: asked again, and it turned out that they had been carried out. */
  kept: number;
  /** Requests that were refused because they could not be carried out or recorded. */
  refused: number;
  /** Audits that passed. */
  audits: number;
}

export function newTally(): Tally {
  return { blows: 0, inFlight: 0, acknowledged: 0, uncertain: 0, kept: 0, refused: 0, audits: 0 };
}
