import type { Findings } from '../book/findings.ts';
import type { Tally } from '../book/tally.ts';
import type { EngineName, Stores } from '../deployment/deployment.ts';
import type { Dice } from '../dice.ts';

/** What a blow is given to fall upon. */
export interface Anvil {
  readonly engine: EngineName;
  readonly dice: Dice;
  readonly findings: Findings;
  readonly tally: Tally;
  /** How often the blow shall fall. */
  readonly rounds: number;
  /** Folders of its own; all are removed if nothing was found. */
  readonly folder: string;
  /** The stores of a new deployment in a folder; on PostgreSQL, on a server that other blows are on too. */
  stores(home: string): Promise<Stores> | Stores;
}

/** A way to do harm, on the engines that it can be done to. */
export interface Blow {
  readonly name: string;
  /** How often it falls, in a whole run; none: it is no blow for this engine. */
  readonly rounds: Readonly<Partial<Record<EngineName, number>>>;
  /** What the machine must let us do for it. */
  readonly needs?: 'mounts';
  strike(anvil: Anvil): Promise<void>;
}
