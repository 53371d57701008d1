import { type Clock, isFault } from '@avow/vault';
import { searchCategory } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { word } from '../door/words.ts';
import type { KeptSearch, NotKeptBecause, Searches } from '../face/searches.ts';
import { withNewestWords } from '../policy/newest-words.ts';
import { dayOf } from '../register/visit.ts';
import { keywordOf } from './keyword.ts';
import { type Batch, Pending } from './pending.ts';
import { popularIn } from './popular.ts';
import { shapeOf } from './shape.ts';
import { writeBatch } from './write.ts';

/**
 * How long words wait to be written. Each writing is an entry in the log, so what came between two of them
 * is known to whoever kept older copies of the store: the longer, the less they learn.
 */
const WRITE_EVERY = 3_600_000;
const LOOK_EVERY = 60_000;

interface Waiting extends Batch {
  /** Recognises it, should its fate be unknown and it be written again. */
  readonly key: string;
}

/** What is searched for, kept with nobody; and the words that wait, to be written before the stores close. */
export function searchesOf(deployment: Deployment, clock: Clock) {
  const { vault, policy, telemetry } = deployment;
  const { instruments } = telemetry;
  const pending = new Pending();
  const waiting: Waiting[] = [];
  let written = clock.now();
  let told: string | undefined;
  let underWay: Promise<void> = Promise.resolve();

  const drop = (because: NotKeptBecause, count = 1) => {
    if (count > 0) instruments.add('avow.searches.dropped', count, { 'avow.because': because });
  };

  /** Writes what waits, one after the other; what fails stays and is tried again. Never rejects. */
  function write(before?: string): Promise<void> {
    waiting.push(...pending.take(before).map((batch) => ({ ...batch, key: vault.mint() })));
    underWay = underWay.then(async () => {
      for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
        try {
          drop('full', await writeBatch(deployment, next, next.key));
          waiting.shift();
          told = undefined;
        } catch (problem) {
          return tell(problem);
        }
      }
    });
    return underWay;
  }

  /** Told once until something else comes of it. A fault of the vault holds nothing personal. */
  function tell(problem: unknown): void {
    const [code, why] = isFault(problem)
      ? [problem.code, `: ${problem.message}`]
      : ['AVOW_UNEXPECTED', ''];
    if (code !== told) process.emitWarning(`search words were not written${why}`, { code });
    told = code;
  }

  const timer = setInterval(() => {
    if (Math.abs(clock.now() - written) < WRITE_EVERY) return;
    written = clock.now();
    void write();
  }, LOOK_EVERY).unref();

  async function keep(...given: readonly unknown[]): Promise<KeptSearch> {
    const [first, ...more] = given;
    const keyword = keywordOf(first, more);
    word('keyword', searchCategory, 'categories', policy.current().policy.vocabulary);
    const shape = shapeOf(keyword);
    const because = shape ?? (pending.add(dayOf(clock.now()), keyword) ? undefined : 'full');
    if (because !== undefined) {
      drop(because);
      return { kept: false, because };
    }
    instruments.add('avow.searches.kept', 1, {});
    return { kept: true };
  }

  const face: Searches = {
    keep: withNewestWords(policy)(keep),
    async popular(which = {}) {
      await write(dayOf(clock.now()));
      return popularIn(deployment, which, () => clock.now());
    },
  };
  return {
    face,
    /** Writes what waits. Words that cannot be written now are gone. */
    async close(): Promise<void> {
      clearInterval(timer);
      await write();
    },
  };
}
