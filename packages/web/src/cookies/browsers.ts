import type { Words } from '@avow/policy';
import type { PersonId, Subjects } from 'avow';

/** Whom decisions about a browser's cookies are about. */
export interface Browsers {
  /**
   * Somebody who presented a cookie, so that their browser blocks none; without a subject, the device
   * that stands for all browsers behind which nobody is known.
   */
  find(subject: PersonId | undefined, signals: boolean): Promise<PersonId>;
  /**
   * Somebody whom the application named, since they are coming in by an act of their own: what was found
   * of the browser that they came with before says nothing about this one.
   */
  named(person: PersonId, signals: boolean): Promise<PersonId>;
}

/** The people and devices that decisions about cookies are about. */
export function browsersOf(
  subjects: Pick<Subjects<Words>, 'create' | 'browser' | 'browserFound'>,
): Browsers {
  const strangers = new Map<boolean, Promise<PersonId>>();

  /**
   * Writes down what the browser does, where that is news. Read anew each time: another server, or
   * another browser of the same person, may have found something else a moment ago.
   */
  async function heed(
    person: PersonId,
    found: Partial<Awaited<ReturnType<typeof subjects.browserFound>>>,
  ): Promise<PersonId> {
    const before = await subjects.browserFound(person);
    if (!isKnown(before, found)) await subjects.browser(person, found);
    return person;
  }

  /**
   * All browsers that nobody is known behind are decided about as one: a device that has chosen nothing.
   * So none of them needs an id to be told apart by.
   */
  function stranger(signals: boolean): Promise<PersonId> {
    const made =
      strangers.get(signals) ??
      subjects
        .create({ kind: 'device' })
        .then(({ person }) => heed(person, { blocksCookies: false, signalsOptOut: signals }));
    strangers.set(signals, made);
    made.catch(() => strangers.delete(signals));
    return made;
  }

  return {
    find: (subject, signals) =>
      subject === undefined
        ? stranger(signals)
        : heed(subject, { blocksCookies: false, signalsOptOut: signals }),
    named: (person, signals) => heed(person, { blocksCookies: false, signalsOptOut: signals }),
  };
}

const isKnown = <Finding extends object>(before: Finding, found: Partial<Finding>): boolean =>
  Object.entries(found).every(([what, is]) => before[what as keyof Finding] === is);
