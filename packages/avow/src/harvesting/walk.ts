/** How much of a walk may go the other way: one who looks back now and then walks all the same. */
const ASTRAY = 1 / 12;

/**
 * Whether people are gone through in the order in which they joined, up or down: of the last steps nearly
 * all lead the same way. For whoever reads in no order half of them do, so that 48 do so by chance is less
 * likely than one in five hundred million.
 */
export class Walk {
  #last = '';
  /** The last steps, the oldest first: whether each led up. */
  readonly #steps: boolean[] = [];
  #up = 0;

  /** Takes a step; how many lead the same way now, of the last `length`. */
  step(person: string, length: number): number {
    if (person === this.#last) return 0;
    if (this.#last !== '') this.#take(person > this.#last, length);
    this.#last = person;
    return this.#steps.length < length ? 0 : Math.max(this.#up, length - this.#up);
  }

  #take(isUp: boolean, length: number): void {
    this.#steps.push(isUp);
    if (isUp) this.#up += 1;
    while (this.#steps.length > length) if (this.#steps.shift()) this.#up -= 1;
  }
}

/** Whether so many steps of `length` are a walk. */
export function isWalk(same: number, length: number): boolean {
  return same > 0 && same >= length - Math.floor(length * ASTRAY);
}
