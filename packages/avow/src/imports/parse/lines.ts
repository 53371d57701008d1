/** The longest line, in bytes. */
export const LONGEST_LINE = 262_144;

/** One line, without what ends it. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  /** Empty where the line is too long: nothing of such a one is kept. */
  readonly bytes: Buffer;
  readonly isLong: boolean;
}

const LF = 0x0a;
const CR = 0x0d;
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Cuts pieces of any size into lines (LF or CRLF), those of one piece at a time. Memory is bounded by a piece
 * and the longest line. A byte order mark before the first line is dropped. What stands behind the last end
 * of a line is a line as well, if the source ends by itself and nothing more comes; if it breaks off, nothing is.
 */
export async function* linesOf(
  source: AsyncIterable<Uint8Array | string>,
  first: number,
  more: boolean,
): AsyncGenerator<readonly Line[], void, undefined> {
  const cutter = new Cutter(first);
  for await (const piece of source) {
    const lines = cutter.take(typeof piece === 'string' ? Buffer.from(piece) : bufferOf(piece));
    if (lines.length > 0) yield lines;
  }
  const rest = more ? undefined : cutter.rest();
  if (rest !== undefined) yield [rest];
}

const bufferOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

class Cutter {
  #number: number;
  /** Pieces of the line that has not ended yet. */
  #held: Buffer[] = [];
  #size = 0;

  constructor(first: number) {
    this.#number = first;
  }

  take(piece: Buffer): Line[] {
    const lines: Line[] = [];
    let from = 0;
    for (let end = piece.indexOf(LF); end >= 0; end = piece.indexOf(LF, from)) {
      this.#hold(piece.subarray(from, end));
      lines.push(this.#line());
      from = end + 1;
    }
    // A copy: whose piece it is may fill it anew.
    if (from < piece.length) this.#hold(Buffer.from(piece.subarray(from)));
    return lines;
  }

  rest(): Line | undefined {
    return this.#size > 0 ? this.#line() : undefined;
  }

  #hold(bytes: Buffer): void {
    this.#size += bytes.length;
    if (this.#size > LONGEST_LINE) this.#held = [];
    else if (bytes.length > 0) this.#held.push(bytes);
  }

  #line(): Line {
    const [only = Buffer.alloc(0)] = this.#held;
    const whole = this.#held.length > 1 ? Buffer.concat(this.#held) : only;
    const isLong = this.#size > LONGEST_LINE;
    const number = this.#number;
    this.#number += 1;
    this.#held = [];
    this.#size = 0;
    return { number, bytes: plain(whole, number === 1), isLong };
  }
}

function plain(bytes: Buffer, isFirst: boolean): Buffer {
  const from = isFirst && bytes.subarray(0, BOM.length).equals(BOM) ? BOM.length : 0;
  const to = bytes.at(-1) === CR ? bytes.length - 1 : bytes.length;
  return bytes.subarray(from, Math.max(from, to));
}
