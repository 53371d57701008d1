import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { PartyId } from 'avow';
import { carrier, payment, workshops } from '../shop/parties.ts';

/** The test partners that come along with the market, in the order of their ports. */
export const companies = [
  { party: carrier, folder: 'carrier' },
  { party: payment, folder: 'payment' },
  { party: workshops, folder: 'advertiser' },
] as const;

/** A partner in a process of its own, and where its pages are. */
export interface Company {
  readonly party: PartyId;
  readonly url: string;
  /** Asks it to stop; resolves when it has. */
  stop(): Promise<void>;
}

export interface Starting {
  /** The market's address. */
  readonly platform: string;
  /** The verifier key of the market's log. */
  readonly log: string;
  /** A folder; each partner has one of its own in it. */
  readonly home: string;
  /** The first port that is wanted; one that is taken is no hindrance. 0: the system chooses. */
  readonly port: number;
}

/** Starts the partners, each with an environment of its own and nothing of the market's. */
export async function startCompanies(starting: Starting): Promise<readonly Company[]> {
  const started = await Promise.allSettled(
    companies.map((company, at) => startCompany(company, starting, at)),
  );
  const running = started.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const failed = started.find((each) => each.status === 'rejected');
  if (failed === undefined) return running;
  await Promise.all(running.map(({ stop }) => stop()));
  throw failed.reason;
}

async function startCompany(
  { party, folder }: (typeof companies)[number],
  { platform, log, home, port }: Starting,
  at: number,
): Promise<Company> {
  const program = join(import.meta.dirname, '../../partners', folder, 'start.ts');
  const { PATH = '', NODE_COMPILE_CACHE = '' } = process.env;
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program], {
    env: {
      ...{ PATH, NODE_COMPILE_CACHE, PARTY: party, PLATFORM: platform, LOG: log },
      DATA: join(home, folder),
      PORT: String(port === 0 ? 0 : port + at),
    },
    // It ends with its standard input: then whoever started it is gone, however that came.
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const said = once(createInterface({ input: child.stdout }), 'line');
  const [first] = await Promise.race([said, ended]);
  if (typeof first !== 'string') throw new CompanyFailed(folder);
  const { url } = JSON.parse(first) as { url: string };
  return { party, url, stop: () => stop(child, ended) };
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill('SIGTERM');
  await ended;
}

/** A partner did not come up; what it wrote to standard error says why. */
class CompanyFailed extends Error {
  override readonly name = 'CompanyFailed';
  readonly code = 'MARKET_PARTNER';

  constructor(folder: string) {
    super(`the test partner in partners/${folder} did not start`);
  }
}
