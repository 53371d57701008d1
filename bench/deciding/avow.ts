import { compile, decide, masks, type Policy } from '@avow/policy';
import type { Decider } from './decider.ts';

/** A question in strings, and what is known as masks over the facts of its cell. */
interface Prepared {
  readonly action: string;
  readonly purpose: string;
  readonly category: string;
  readonly recipient: string;
  readonly known: number;
  readonly refuted: number;
}

/** Avow's table. */
export function avowDecider(policy: Policy): Decider<Prepared> {
  const engine = compile(policy);
  return {
    name: 'Avow',
    prepare({ action, purpose, category, recipient, facts }) {
      const cell = engine.cell(action, purpose, category, recipient);
      return { action, purpose, category, recipient, ...masks(cell, (fact) => facts[fact]) };
    },
    decide({ action, purpose, category, recipient, known, refuted }) {
      return decide(engine.cell(action, purpose, category, recipient), known, refuted).permitted;
    },
    decideFetching(request, fetch) {
      const { action, purpose, category, recipient } = request;
      const cell = engine.cell(action, purpose, category, recipient);
      const { known, refuted } = masks(cell, (fact) => fetch(request, fact));
      return decide(cell, known, refuted).permitted;
    },
  };
}
