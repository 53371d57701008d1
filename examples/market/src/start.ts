import { demoPassword, demoPeople } from './demo/people.ts';
import { openHarbour, type Places, placesIn } from './harbour.ts';

/** Opens the market, says what is where, and keeps it open until it is asked to stop. */
async function start(places: Places, port: number): Promise<void> {
  const { server, market, filled } = await openHarbour(places);
  const { url, stop } = await server.listen({ port }).catch(async (fault: unknown) => {
    await server.close();
    market.close();
    throw fault;
  });
  console.log(whatIsWhere(url, places, filled));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      await stop();
      market.close();
    });
  }
}

const whatIsWhere = (url: string, places: Places, filled: boolean) =>
  `Harbour Market is open at ${url}

  ${url}/policy     the privacy policy that decides here
  ${url}/clauses    what backs each sentence, and what it has done so far
  ${url}/measures   whether each measure that it promises works
  ${url}/docs       the interface for programs, under /v1

  ${filled ? 'Demonstration made. Log in as' : 'Data kept from earlier. In the demonstration, log in as'} ${demoPeople.map(({ username }) => username).join(', ')}
  with the password: ${demoPassword}

  data      ${places.data}, ${places.shop}
  keys      ${places.keys}, opened by the passphrase in ${places.passphrase}
  anchor    ${places.anchor}
  API key   ${places.developmentKey}

  npm run story plays a day at this market. Stop with Ctrl+C; a new start keeps the data.`;

class PortError extends Error {}

/** 4000, or what PORT says; 0 lets the system choose. */
function portIn({ PORT = '4000' }: NodeJS.ProcessEnv): number {
  if (/^\d{1,5}$/.test(PORT) && Number(PORT) <= 65_535) return Number(PORT);
  throw new PortError(`PORT is a number from 0 to 65535; "${PORT}" is none`);
}

/** What can be said to whoever starts it: Avow's faults and the system's say what to change. */
function toldFor(fault: unknown): string | undefined {
  if (!(fault instanceof Error)) return undefined;
  if (fault instanceof PortError || 'syscall' in fault) return fault.message;
  const isOurs = 'code' in fault && String(fault.code).startsWith('AVOW_');
  return isOurs ? fault.message : undefined;
}

try {
  await start(placesIn(process.cwd()), portIn(process.env));
} catch (fault) {
  const told = toldFor(fault);
  // Any other fault is a defect: the stack says where.
  if (told === undefined) throw fault;
  console.error(`The market stays closed: ${told}`);
  process.exitCode = 1;
}
