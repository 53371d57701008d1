import { list, moment, text, textOrNone, unlike, type Wire, wireOf } from './shape.ts';

/** What every decision of the policy says, yes or no. */
interface Ruled {
  /** The platform's record of it. */
  readonly entry: string;
  /** Epoch milliseconds, by the platform's clock. */
  readonly at: number;
  /** The sentence that decided, such as `2.a.4`. */
  readonly sentence: string;
  /** That sentence, in `language`. */
  readonly text: string | undefined;
  readonly language: string;
  /** The log's signed promise to integrate the entry. */
  readonly promise: string | undefined;
}

/** Who could bring about what is missing, and how. */
export interface Step {
  readonly fact: string;
  readonly by: string;
  readonly how: string;
}

export interface Permitted<Value> extends Ruled {
  readonly permitted: true;
  readonly duties: readonly string[];
  readonly value: Value;
}

export interface Refused extends Ruled {
  readonly permitted: false;
  readonly by: string;
  readonly category: string;
  /** Each element one way to a permission; all its steps are needed. Empty where no way is yours to know. */
  readonly missing: readonly (readonly Step[])[];
}

/** What the policy answered. Both are outcomes; a refusal is on record just as a permission is. */
export type Decision<Value> = Permitted<Value> | Refused;

/** Reads a decision off the wire, and its value by `read`. */
export async function decisionIn<Value>(
  wire: Wire,
  read: (value: Wire) => Promise<Value>,
): Promise<Decision<Value>> {
  const ruled: Ruled = {
    entry: text(wire, 'entry'),
    at: moment(wire, 'at'),
    sentence: text(wire, 'sentence'),
    text: textOrNone(wire, 'text'),
    language: text(wire, 'language'),
    promise: textOrNone(wire, 'promise'),
  };
  if (wire['permitted'] === true) {
    const duties = list(wire, 'duties').map(String);
    return { permitted: true, ...ruled, duties, value: await read(wireOf(wire['value'], 'value')) };
  }
  // Doubt is a no, but one that nobody said is none to report.
  if (wire['permitted'] !== false) throw unlike('permitted');
  return {
    permitted: false,
    ...ruled,
    by: text(wire, 'by'),
    category: text(wire, 'category'),
    missing: list(wire, 'missing').map((way) => list(wireOf(way, 'missing'), 'steps').map(stepIn)),
  };
}

function stepIn(value: unknown): Step {
  const step = wireOf(value, 'steps');
  return { fact: text(step, 'fact'), by: text(step, 'by'), how: text(step, 'how') };
}
