import { isFault } from '../fault.ts';
import { setDurable } from './durability.ts';
import { asFault } from './fault.ts';
import { checkScrubbable } from './scrub.ts';
import { openSession, type Session } from './session.ts';

/** What a database server says of itself. */
export interface ServerFacts {
  /** Such as `18.4`. */
  readonly version: string;
  /** Why no store could be opened on it; undefined if one could. */
  readonly unfit: string | undefined;
  /** How far its clock is ahead of this machine's, at least, in ms; negative if behind. */
  readonly ahead: number;
}

const LOOK = `SELECT current_setting('server_version'),
  (extract(epoch FROM clock_timestamp()) * 1000)::bigint`;

/** Asks a server; with `secureDelete` as the one of a key store. Rejects with `AVOW_STORE`. */
export async function factsOf(
  url: string,
  { secureDelete }: { readonly secureDelete: boolean },
  now: () => number,
): Promise<ServerFacts> {
  let session: Session | undefined;
  try {
    session = await openSession(url);
    const unfit = await unfitness(session, secureDelete);
    const before = now();
    const { rows } = await session.send({ text: LOOK });
    const [version, clock] = rows[0]!;
    // The server looked at its clock at some moment between the two: nothing within is a difference.
    const nearest = Math.min(Math.max(Number(clock), before), now());
    const ahead = Number(clock) - nearest;
    return { version: String(version), unfit, ahead };
  } catch (problem) {
    throw asFault(problem);
  } finally {
    await session?.end();
  }
}

async function unfitness(session: Session, secureDelete: boolean): Promise<string | undefined> {
  try {
    await setDurable(session);
    if (secureDelete) await checkScrubbable(session);
    return undefined;
  } catch (problem) {
    if (isFault(problem, 'AVOW_DURABILITY')) return problem.message;
    throw problem;
  }
}
