import { isFault } from '../fault.ts';
import { noteIn, type RotatedKey } from '../keys/notes.ts';
import { secretRows } from '../keys/secrets.ts';
import type { SecretRow } from '../keys/tables.ts';
import type { Keyring } from '../port/keyring.ts';
import { continueIndex } from './index/rotate.ts';
import type { Progress, RotationParts, Tell } from './parts.ts';
import { beginRegion, continueRegion } from './region.ts';
import { changeRoot, concludeRoot } from './root.ts';

const KEYS: readonly RotatedKey[] = ['root', 'region', 'index'];

/** The replacing of keys: each is begun once, and goes on until its old key is gone. */
interface Rotations {
  changeRoot(next: Keyring, recipient: string | undefined): Promise<void>;
  /** Begins it, unless it is under way. */
  begin(key: 'region'): Promise<void>;
  /** Carries everything on that is under way. Stopped, it leaves the rest to the next start. */
  resume(tell?: Tell): Promise<void>;
  progress(): readonly Progress[];
}

export function rotationsOf(parts: RotationParts): Rotations {
  const underWay = new Map<RotatedKey, Promise<void>>();
  const listeners = new Set<Tell>();
  const told = new Map<RotatedKey, Progress>();
  const tellAll: Tell = (progress) => {
    told.set(progress.key, progress);
    for (const tell of listeners) tell(progress);
  };

  async function noteOf(key: RotatedKey): Promise<SecretRow | undefined> {
    return noteIn(await secretRows(parts.keys), `rotation/${key}`);
  }

  /** In this process at most once at a time; another may be at the same. */
  function carryOn(key: RotatedKey): Promise<void> {
    const running =
      underWay.get(key) ??
      work(key).finally(() => {
        underWay.delete(key);
        told.delete(key);
      });
    underWay.set(key, running);
    return running;
  }

  async function work(key: RotatedKey): Promise<void> {
    const note = await noteOf(key);
    if (note === undefined) {
      // Another process has brought it to its end.
      if (key === 'index') parts.index.forgetBefore();
      return;
    }
    switch (key) {
      case 'root':
        return concludeRoot(parts, note);
      case 'region':
        return continueRegion(parts, note, tellAll);
      case 'index':
        return continueIndex(parts, note, tellAll);
      default:
        return key satisfies never;
    }
  }

  return {
    changeRoot: (next, recipient) => changeRoot(parts, next, recipient),
    progress: () => [...told.values()],

    async begin(key) {
      if ((await noteOf(key)) === undefined) await beginRegion(parts);
    },

    async resume(tell) {
      if (tell !== undefined) listeners.add(tell);
      try {
        for (const key of KEYS) await carryOn(key);
      } catch (problem) {
        if (!(parts.signal.aborted && isFault(problem, 'AVOW_CLOSED'))) throw problem;
      } finally {
        if (tell !== undefined) listeners.delete(tell);
      }
    },
  };
}
