import type { WritingTools } from '../entry/write.ts';
import { faultName, type Observer } from '../port/observer.ts';
import type { Read, Store } from '../port/store.ts';
import type { PersonRow } from '../tables.ts';
import { sweepExpired } from './expired.ts';
import type { Step } from './removal.ts';

/** How far rows and people that wait for somebody are counted. */
const MOST = 1_000;

/** What has to go and has not gone yet. */
export interface Upkeep {
  /** Records and lines of history past their time that a sweep will remove, counted up to 1,000 each. */
  readonly due: number;
  /** Since when the earliest of them has been: epoch ms; undefined if there is none. */
  readonly since: number | undefined;
  /** Rows past their time that the last sweep of this process left, because of a legal hold. */
  readonly held: number;
  /** People whose erasure has destroyed their keys and is still being swept; up to 1,000. */
  readonly erasing: number;
  /** People whose erasure waits for a legal hold to end; up to 1,000. */
  readonly waiting: number;
}

/** How far a sweep has come: sums of what its acts did. */
export interface SweepProgress extends Step {
  /** When what it came to last had expired: epoch ms. All that expired before is done. */
  readonly upTo: number;
}

interface RetentionParts {
  readonly store: Store;
  readonly tools: WritingTools;
  readonly signal: AbortSignal;
  readonly observer: Observer;
}

/** The sweeps of one process, and what they have yet to do. */
interface Retention {
  sweep(now: number, onProgress?: (progress: SweepProgress) => void): Promise<number>;
  upkeep(now: number): Promise<Upkeep>;
}

/** The sweeps of this process, over one store. */
export function retentionOf({ store, tools, signal, observer }: RetentionParts): Retention {
  /** What the last sweep that came to its end left behind is held. */
  let swept = { upTo: 0, held: 0 };

  async function sweep(now: number, onProgress?: (progress: SweepProgress) => void) {
    const ended = observer.sweep();
    let progress: SweepProgress = { removed: 0, held: 0, upTo: 0 };
    try {
      const { removed, isDone } = await sweepExpired(
        {
          ...{ store, tools, signal },
          onStep(step, upTo) {
            const { removed, held } = progress;
            progress = { removed: removed + step.removed, held: held + step.held, upTo };
            observer.removed(step.removed, 'expired');
            onProgress?.(progress);
          },
        },
        now,
      );
      if (isDone) swept = { upTo: now, held: progress.held };
      ended({ rows: removed });
      return removed;
    } catch (problem) {
      ended({ fault: faultName(problem) });
      throw problem;
    }
  }

  return {
    sweep,
    async upkeep(now) {
      // Of what a sweep has come by, only what is held is left. A clock that went back knows of none.
      const after = Math.min(swept.upTo, now);
      const [records = [], lines = [], erasing = [], waiting = []] = await store.read([
        expired('record', after, now),
        expired('history', after, now),
        peopleWho('erasing'),
        peopleWho('held'),
      ]);
      const first = [records[0], lines[0]].flatMap((row) => (row ? [Number(row['expires'])] : []));
      return {
        due: records.length + lines.length,
        since: first.length === 0 ? undefined : Math.min(...first),
        held: swept.held,
        erasing: erasing.length,
        waiting: waiting.length,
      };
    },
  };
}

function expired(table: 'record' | 'history', after: number, upTo: number): Read {
  return { table, by: 'expires', equals: [], after, upTo, limit: MOST, expired: 'included' };
}

function peopleWho(state: PersonRow['state']): Read {
  return { table: 'person', by: 'state', equals: [state], limit: MOST };
}
