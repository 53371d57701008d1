import { mkdirSync } from 'node:fs';
import { type Actor, actor, type Storm } from './acting/actor.ts';
import type { Thing } from './acting/deed.ts';
import { office } from './acting/office.ts';
import { type Book, openBook } from './book/book.ts';
import type { Findings } from './book/findings.ts';
import type { Source } from './book/log.ts';
import type { Tally } from './book/tally.ts';
import { type Deployment, deploy, type Stores } from './deployment/deployment.ts';
import type { Dice } from './dice.ts';

/** A deployment with people who use it, and the book of what they were told. */
export interface World {
  readonly deployment: Deployment;
  readonly book: Book;
  readonly findings: Findings;
  readonly dice: Dice;
  readonly actors: readonly Actor[];
  /** Lets everybody act until the storm is over, and all answers are in. */
  act(storm: Storm): Promise<void>;
  /**
   * After a blow: what was not answered is found out and seen through, what was touched is compared with
   * the book, and the log is held against it. Now and then, and whenever `all` there is is compared, the
   * log is audited beside the servers as well.
   */
  reckon(all?: boolean): Promise<void>;
  /** Those who were erased have no key left. On SQLite, while no server runs. */
  lookForKeys(): Promise<void>;
  end(): Promise<void>;
}

export interface WorldOptions {
  readonly stores: (home: string) => Promise<Stores> | Stores;
  /** For what is to be kept, of whoever looks into what was found. */
  readonly folder: string;
  /** A folder for this world, not made yet. */
  readonly home: string;
  readonly findings: Findings;
  readonly dice: Dice;
  readonly actors: number;
  readonly tally: Tally;
}

/**
 * How many blows are audited at once: whatever is wrong after one of them is still wrong after the last,
 * and an audit goes through all that was ever done.
 */
const AN_AUDIT = 8;

/** Makes a deployment, starts it, and brings people in. */
export async function openWorld(options: WorldOptions): Promise<World> {
  const { home, findings, dice } = options;
  mkdirSync(home, { recursive: true });
  const stores = await options.stores(home);
  const deployment = deploy(stores, home, options.folder);
  const book = openBook(findings);
  book.tally = options.tally;
  for (let place = 0; place < stores.servers; place++) await deployment.start(place);
  const { url } = deployment.servers[0]!;
  const policy = await (await fetch(`${url}/policy.json`)).json();
  const listed = await deployment.ask({ method: 'GET', path: '/v1/policy/versions' });
  if (listed.kind !== 'done') throw new Error('a new deployment does not answer');
  book.own = listed.told.versions[0].digest;
  const bureau = office(policy, book.own);
  const actors = Array.from({ length: options.actors }, (_, at) => {
    const own = at === 0 ? [bureau as Thing] : [];
    const verifier = () => bureau.state.operator;
    return actor(String(at), { deployment, book, dice: dice.of(`actor ${at}`), own, verifier });
  });
  for (const deed of bureau.begin()) {
    const outcome = await deployment.ask(deed.request);
    if (outcome.kind !== 'done') throw new Error('the office cannot begin');
    bureau.become(deed.after(bureau.state, outcome.told));
    book.answered(deed.kind, deed.leaves(outcome.told), outcome.told);
  }

  const source: Source = {
    async text(path) {
      const outcome = await deployment.ask({ method: 'GET', path });
      return outcome.kind === 'done' ? outcome.told : '';
    },
    async bytes(path) {
      return deployment.bytes(path);
    },
  };

  let reckoned = 0;

  async function audit(against: string | undefined): Promise<void> {
    const wrong = await deployment.audit(against);
    if (wrong === undefined) book.tally.audits += 1;
    else findings.add(wrong);
  }

  return {
    deployment,
    book,
    findings,
    dice,
    actors,

    async act(storm) {
      await Promise.all(
        actors.map(async (each) => {
          while (!storm.isOver) {
            await each.step(storm);
            if (each.isWaiting && !storm.isOver) await pause();
          }
        }),
      );
    },

    async reckon(all = false) {
      reckoned += 1;
      const isAudited = all || reckoned % AN_AUDIT === 0;
      await Promise.all([
        isAudited ? audit(book.log.checkpoint) : undefined,
        Promise.all(
          actors.map(async (each) => {
            await each.settle();
            await each.check(all);
          }),
        ),
      ]);
      await book.check(source, deployment.vkey);
    },

    async lookForKeys() {
      const left = await stores.keysLeft(book.erased);
      for (const person of left) findings.add(`${person} was erased, and has a key left`);
    },

    async end() {
      await deployment.end();
      // Whoever looks into what was found will want them as they are.
      if (findings.all.length === 0) await stores.remove();
    },
  };
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));
