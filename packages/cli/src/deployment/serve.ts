import type { Policy } from '@avow/policy';
import { type Application, createServer, directoryAt, type ServerOptions } from '@avow/server';
import { type Avow, createAvow, type DirectoryOptions, passphraseFile } from 'avow';
import type { DirectorySettings } from './directory.ts';
import { makeFirstKey } from './first-key.ts';
import { waysToWrite } from './mail/ways.ts';
import type { Settings } from './settings.ts';

/** A policy that is being carried out. */
export interface Serving {
  readonly url: string;
  readonly avow: Pick<Avow<Policy['vocabulary']>, 'clock' | 'facts' | 'log' | 'lost' | 'policy'>;
  /** Whether the first API key was made just now. */
  readonly madeKey: boolean;
  /** Finishes what is in flight, then lets go of everything. */
  stop(): Promise<void>;
}

/** Opens the data under a policy and serves it. If any of it fails, nothing is left open. */
export async function serve(
  policy: Policy,
  settings: Settings,
  acceptClock: boolean,
): Promise<Serving> {
  const { places, mode, origin, region, regions, directory, bounds, backups, url, centre } =
    settings;
  const avow = await createAvow({
    policy,
    database: { data: places.data, keys: places.keys },
    keys: passphraseFile(places.passphrase, { mode }),
    anchor: places.anchor,
    acceptClock,
    ...(origin === undefined ? {} : { origin }),
    ...(region === undefined ? {} : { region }),
    ...(directory === undefined ? {} : { directory: reached(directory) }),
    ...(backups === undefined ? {} : { backups }),
    ...(bounds.queue === undefined ? {} : { queue: bounds.queue }),
    ...(await waysToWrite(policy, settings)),
  });
  const server = await mounts(avow, policy, settings)
    .then((mount) =>
      createServer({
        avow,
        keys: places.server,
        limits: bounds.limits,
        regions,
        mount,
        ...(url === undefined ? {} : { url }),
        // Whoever reads the policy here may not be where the platform signs people in.
        ...(centre === undefined ? {} : { comments: `${centre.origin}${centre.at}/comments` }),
      }),
    )
    .catch(async (fault: unknown) => {
      await avow.close();
      throw fault;
    });
  try {
    const madeKey = await makeFirstKey(server, settings);
    const listening = await server.listen(settings);
    return { url: listening.url, avow, madeKey, stop: listening.stop };
  } catch (fault) {
    await server.close();
    throw fault;
  }
}

function reached({ key, at }: DirectorySettings): DirectoryOptions {
  return { key, at: 'place' in at ? at.place : directoryAt(at.url) };
}

/** The privacy centre, and the console with its portal, if there are to be any: their modules are loaded only then. */
async function mounts(
  avow: Avow<Policy['vocabulary']>,
  policy: Policy,
  { centre, console }: Settings,
): Promise<NonNullable<ServerOptions['mount']>> {
  const found: { readonly path: string; readonly app: Application }[] = [];
  if (centre !== undefined) {
    const { openCentre } = await import('./centre/open.ts');
    found.push({ path: centre.at, app: openCentre(avow, policy, centre) });
  }
  if (console !== undefined) {
    const { openConsole } = await import('./console/open.ts');
    const { openPortal } = await import('./console/portal.ts');
    found.push({ path: console.at, app: openConsole(avow, policy, console) });
    found.push({ path: console.portal, app: openPortal(avow, policy, console, centre) });
  }
  return found;
}
