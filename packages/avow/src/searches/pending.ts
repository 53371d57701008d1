/** Search words of one day that wait to be written together. */
export interface Batch {
  readonly day: string;
  readonly counts: Map<string, number>;
}

/** The most different words that wait: more than one day holds is more than is written. */
const MOST_WAITING = 5_000;

/** What was searched for and is not written yet. In memory alone, in no order that tells of time. */
export class Pending {
  #batches: Batch[] = [];

  /** Whether there was room for it. */
  add(day: string, keyword: string): boolean {
    let batch = this.#batches.find((each) => each.day === day);
    if (batch === undefined) {
      batch = { day, counts: new Map() };
      this.#batches.push(batch);
    }
    const { counts } = batch;
    const count = counts.get(keyword);
    if (count === undefined && counts.size >= MOST_WAITING) return false;
    counts.set(keyword, (count ?? 0) + 1);
    return true;
  }

  /** Takes out what waits of the days before this one; of all, if none is named. */
  take(before?: string): Batch[] {
    const isMeant = ({ day }: Batch) => before === undefined || day < before;
    const taken = this.#batches.filter(isMeant);
    this.#batches = this.#batches.filter((batch) => !isMeant(batch));
    return taken;
  }
}
