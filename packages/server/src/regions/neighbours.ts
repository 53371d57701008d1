import type { Neighbour } from 'avow';
import { HttpFault } from '../http/fault.ts';

/** Where the deployments of other regions are, by the name of the region: `https://cn.market.example`. */
export type RegionUrls = Readonly<Record<string, string>>;

/** How long another region may take to answer, in ms. */
const PATIENCE = 10_000;
/** As much as an answer may hold, in bytes. */
const LONGEST = 262_144;

/**
 * The deployments of other regions, asked over HTTP. Where one is, whoever runs this says beforehand: no
 * request names an address. What is asked is a letter, and proves by itself whom it is from.
 */
export function neighboursAt(urls: RegionUrls): (region: string) => Neighbour | undefined {
  return (region) => {
    const url = Object.hasOwn(urls, region) ? urls[region] : undefined;
    return url === undefined ? undefined : neighbourAt(url);
  };
}

function neighbourAt(url: string): Neighbour {
  return {
    async open(letter) {
      const said = await ask(`${url}/v1/transfers/openings`, letter);
      return typeof said['key'] === 'string' ? said['key'] : undefined;
    },
    async standing(letter) {
      const said = await ask(`${url}/v1/transfers/standing`, letter);
      const { standing } = said;
      if (!Array.isArray(standing)) throw unreached();
      return standing.filter((each) => typeof each === 'string');
    },
  };
}

/** The directory of a platform, where it lies with the deployment at `url`. */
export function directoryAt(url: string): (letter: string) => Promise<string | undefined> {
  return async (letter) => {
    const { home } = await ask(`${url}/v1/directory/letters`, letter);
    // That somebody is at home nowhere has to be said: whoever hears nothing does not know.
    if (home !== null && typeof home !== 'string') throw unreached();
    return home ?? undefined;
  };
}

/** An answer that is none, for whatever reason, is told in one way: nothing of it is passed on. */
async function ask(url: string, letter: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ letter }),
      // It is asked where it was said to be; somewhere else nobody vouches for it.
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    });
    const said: unknown = answer.ok ? JSON.parse(await textOf(answer)) : undefined;
    if (isObject(said)) return said;
    await answer.body?.cancel();
  } catch {
    // Told below.
  }
  throw unreached();
}

/** What stands in an answer. No more of it is taken than it may hold, whatever it says of its length. */
async function textOf({ body }: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body ?? []) {
    size += piece.length;
    if (size > LONGEST) throw unreached();
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

const isObject = (said: unknown): said is Readonly<Record<string, unknown>> =>
  typeof said === 'object' && said !== null && !Array.isArray(said);

export function unreached(): HttpFault {
  return new HttpFault('AVOW_REGION_UNREACHED');
}
