import type { Services } from '../services.ts';

/** Whether work may be sent here, and what stands against it. */
export interface Readiness {
  readonly ready: boolean;
  /** Both stores take a write. */
  readonly stores: boolean;
  /** The log integrates entries within seconds. */
  readonly sequencer: boolean;
  /** The tree agrees with the checkpoint kept outside both stores. */
  readonly anchor: boolean;
  readonly stopping: boolean;
}

/** Asks the library; a library that cannot answer is not ready. */
export async function readiness({ avow }: Services, stopping: boolean): Promise<Readiness> {
  const nothing = { stores: false, sequencer: false, anchor: false };
  const state = await avow.ready().catch(() => nothing);
  const ready = !stopping && state.stores && state.sequencer && state.anchor;
  return { ready, ...state, stopping };
}
