import { type Contestant, type Figure, percentile } from './rounds.ts';

/** Clients that each wait for their answer before they ask again. */
export interface Load extends Contestant {
  /** The latency that `share` of all operations of a round stayed within: a figure a round, in milliseconds. */
  latency(share: number): Figure;
}

export interface LoadSettings {
  readonly name: string;
  readonly clients: number;
  /** How long a round lasts. */
  readonly milliseconds: number;
  /** Comes before the round and its time. */
  prepare?(): Promise<void>;
  /** One operation of a client (from 0); rejects with `WrongAnswer` if the answer is wrong. */
  operate(client: number): Promise<void>;
  /** Belongs to the round and to its time: what must still be done before it counts. Given how many operations there were. */
  settle?(operations: number): Promise<void>;
}

/** Operations a second, by so many clients at a time. */
export function load(settings: LoadSettings): Load {
  const { name, clients, milliseconds, prepare, operate, settle } = settings;
  const rounds: number[][] = [];
  return {
    name,
    unit: '/s',
    async round() {
      await prepare?.();
      const latencies: number[] = [];
      const start = performance.now();
      const run = async (client: number) => {
        // Once at least: on a busy machine a short round may be over before it has begun.
        do {
          const begun = performance.now();
          await operate(client);
          latencies.push(performance.now() - begun);
        } while (performance.now() - start < milliseconds);
      };
      await Promise.all(Array.from({ length: clients }, (_, client) => run(client)));
      await settle?.(latencies.length);
      const elapsed = performance.now() - start;
      rounds.push(latencies);
      return (latencies.length * 1_000) / elapsed;
    },
    latency: (share) => ({
      unit: 'ms',
      // The first round warmed up and is not counted.
      samples: rounds.slice(1).map((latencies) => percentile(latencies, share)),
    }),
  };
}
