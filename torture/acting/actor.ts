import { honest, NOBODY_THERE, type Outcome } from '../asking/ask.ts';
import type { Book } from '../book/book.ts';
import type { Deployment } from '../deployment/deployment.ts';
import type { Dice } from '../dice.ts';
import { insist } from './asking.ts';
import { cast } from './cast.ts';
import type { Deed, Kind, Thing } from './deed.ts';
import type { Person } from './person.ts';

/** What goes on while requests are sent, and who wants to know of each. */
export interface Storm {
  readonly isOver: boolean;
  /** The kind that is wanted most now. */
  readonly wanted: Kind | undefined;
  sending(kind: Kind): void;
  answered(kind: Kind, milliseconds: number): void;
}

/** Somebody who asks for one thing after another, and knows what must be so. */
export interface Actor {
  /** Something was not answered, or not carried out: it is asked again before anything else. */
  readonly isWaiting: boolean;
  /** Asks for one thing. */
  step(storm: Storm): Promise<void>;
  /** Finds out what became of what was not answered, and sees it through. */
  settle(): Promise<void>;
  /** Holds what was touched since the last time, or all there is, against what the servers tell. */
  check(all: boolean): Promise<void>;
}

interface Open {
  readonly thing: Thing;
  readonly deed: Deed;
  /** Whenever it was asked for, the server said that nothing of it was done. */
  readonly claimsNothing: boolean;
}

export interface ActorParts {
  readonly deployment: Deployment;
  readonly book: Book;
  readonly dice: Dice;
  /** What this actor alone has to do with. */
  readonly own: readonly Thing[];
  /** Who works at the desk. */
  verifier(): string | undefined;
}

export function actor(name: string, { deployment, book, dice, own, verifier }: ActorParts): Actor {
  const { findings } = book;
  const asking = insist(deployment, book);
  const { choose, present, past } = cast(name, own, verifier, dice);
  const touched = new Set<Thing>();
  let open: Open | undefined;

  async function send(thing: Thing, deed: Deed, storm: Storm): Promise<void> {
    touched.add(thing);
    storm.sending(deed.kind);
    const began = performance.now();
    const outcome = await deployment.ask(deed.request);
    storm.answered(deed.kind, performance.now() - began);
    take(thing, deed, outcome);
  }

  function take(thing: Thing, deed: Deed, outcome: Outcome): void {
    const what = `${deed.kind} of ${thing.name}`;
    switch (outcome.kind) {
      case 'done':
        done(thing, deed, outcome);
        break;
      case 'turned away':
        // A conflict says that nothing was done; all else that was asked for must be possible.
        if (outcome.code === 'AVOW_CONFLICT') leave(thing, deed, true);
        else {
          open = undefined;
          findings.add(`${what} was turned away: ${outcome.status} ${outcome.code}`);
        }
        break;
      case 'not done':
        if (outcome.code !== NOBODY_THERE) {
          book.tally.refused += 1;
          findings.note(`${what} was not done: ${outcome.code}`);
        }
        leave(thing, deed, true);
        break;
      case 'uncertain':
        book.tally.uncertain += 1;
        findings.note(`${what} is uncertain: ${outcome.code}`);
        if (!honest.includes(outcome.code)) {
          findings.add(`${what} is answered without saying whether it was kept: ${outcome.code}`);
        }
        leave(thing, deed, false);
        break;
    }
  }

  function done(thing: Thing, deed: Deed, { told, isReplayed }: Outcome & { kind: 'done' }): void {
    const what = `${deed.kind} of ${thing.name}`;
    const wrong = deed.wrong?.(told);
    if (wrong !== undefined) findings.add(`${what}: ${wrong}: ${JSON.stringify(told)}`);
    if (isReplayed && open === undefined) findings.add(`${what}: replayed, though new`);
    if (isReplayed && open?.claimsNothing && !deed.inSteps) {
      findings.add(`UNTRUE: ${what} was said not to be kept, and was`);
    }
    if (isReplayed) book.tally.kept += 1;
    open = undefined;
    thing.become(deed.after(thing.state, told));
    book.answered(what, deed.leaves(told), told);
    if (deed.kind === 'erase') book.erased.push((thing as Person).state.id!);
  }

  function leave(thing: Thing, deed: Deed, claimsNothing: boolean): void {
    if (deed.request.once !== undefined) {
      open = { thing, deed, claimsNothing: claimsNothing && (open?.claimsNothing ?? true) };
      return;
    }
    // A decision of its own each time: nobody asks for the same again.
    if (!claimsNothing) book.unknown(deed.mayLeave);
  }

  async function settle(): Promise<void> {
    if (open === undefined) return;
    const { thing, deed, claimsNothing } = open;
    const what = `${deed.kind} of ${thing.name}`;
    const before = thing.shown(thing.state);
    const after = thing.shown(deed.after(thing.state, undefined));
    const seen = await thing.look(asking);
    if (seen !== before && seen !== after) {
      findings.add(`HALF DONE: ${what}: before ${before}; after ${after}; seen ${seen}`);
    }
    if (seen !== before && claimsNothing && !deed.inSteps) {
      findings.add(`UNTRUE: ${what} was said not to be kept, and is seen`);
    }
    const outcome = await asking.again(deed.request);
    if (outcome.kind !== 'done') {
      findings.add(`${what} cannot be seen through: ${JSON.stringify(outcome)}`);
      open = undefined;
      return;
    }
    if (seen !== before && !outcome.isReplayed && !deed.isHarmlessTwice) {
      findings.add(`TWICE: ${what} had been carried out, and was again`);
    }
    take(thing, deed, outcome);
  }

  async function compare(thing: Thing): Promise<void> {
    const expected = thing.shown(thing.state);
    const seen = await thing.look(asking);
    if (seen === expected) return;
    findings.add(`LOST: ${thing.name}: the book has ${expected}; the servers tell ${seen}`);
  }

  return {
    get isWaiting() {
      return open !== undefined;
    },
    async step(storm) {
      const { thing, deed } = open ?? choose(storm.wanted);
      await send(thing, deed, storm);
    },
    settle,
    async check(all) {
      const some = past.length === 0 ? [] : [dice.one(past)];
      const chosen = all ? [...present(), ...past] : [...touched, ...some];
      touched.clear();
      for (const thing of new Set(chosen)) await compare(thing);
    },
  };
}
