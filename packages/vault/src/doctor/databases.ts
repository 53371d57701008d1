import { isPostgres } from '../connection-string.ts';
import type { Clock } from '../port/clock.ts';
import { factsOf, type ServerFacts } from '../postgres/facts.ts';
import { type Examined, examined, fail, ok, warn } from './finding.ts';

type Half = 'data' | 'keys' | 'anchor';

/** A unit takes the later of all clocks: more than this shows in what entries say. */
const FAR = 2_000;

/** Settings, version and clock of the servers that the places lie on; nothing where they are files. */
export async function examineDatabases(
  places: { readonly data: string; readonly keys: string; readonly outside?: string },
  clock: Clock,
): Promise<readonly Examined[]> {
  const found: Examined[] = [];
  const { data, keys, outside: anchor } = places;
  for (const [half, url] of Object.entries({ data, keys, anchor })) {
    if (url === undefined || !isPostgres(url)) continue;
    const check = `database-${half as Half}` as const;
    const todo = 'look whether it runs, and whether the connection string is right';
    found.push(
      await examined(check, todo, async () => {
        const options = { secureDelete: half === 'keys' };
        return standing(check, await factsOf(url, options, () => clock.now()));
      }),
    );
  }
  return found;
}

function standing(check: `database-${Half}`, { version, unfit, ahead }: ServerFacts): Examined {
  const named = `PostgreSQL ${version.split(' ')[0]}`;
  if (unfit !== undefined) {
    return fail(check, `${named}: ${unfit}`, 'set it on the server; no start goes on without it');
  }
  if (Math.abs(ahead) > FAR) {
    const how = ahead > 0 ? 'ahead of' : 'behind';
    const says = `${named}: its clock is ${Math.round(Math.abs(ahead) / 1_000)} s ${how} this machine's`;
    return warn(check, says, 'let the clocks of all machines be kept by NTP');
  }
  return ok(check, `${named}, durable, its clock with this machine's`);
}
