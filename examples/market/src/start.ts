import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { smtp } from '@avow/accounts';
import { closedBy } from './closed.ts';
import { demoPassword, demoPeople } from './demo/people.ts';
import { hostIn, mailIn, portIn, urlIn } from './environment.ts';
import { openHarbour, type Places, placesIn } from './harbour.ts';
import { knownParty } from './pages/people.ts';
import { partnersBeside } from './partners/beside.ts';
import type { Company } from './partners/processes.ts';
import { en } from './words/en/index.ts';

/** In a demonstration everybody comes from the one address, the story's people among them. */
const alone = { limits: { caller: { perSecond: 1, burst: 300 } } } as const;

/** Opens the market, says what is where, and keeps it open until it is asked to stop. */
async function start(places: Places, env: NodeJS.ProcessEnv): Promise<void> {
  // Heard from the beginning: who asks while it opens gets it closed once it is open, and nothing is cut off.
  const asked = stopAsked();
  const port = portIn(env) || (await freePort());
  const url = urlIn(env, port);
  const mail = mailIn(env);
  const harbour = await openHarbour(places, { url, ...(mail ? { mail: smtp(mail) } : alone) });
  const { server, market } = harbour;
  const { stop } = await server
    .listen({ port, host: hostIn(env) })
    .catch(async (fault: unknown) => {
      await market.close();
      await server.close();
      throw fault;
    });
  const companies = await testPartners(harbour, places, port).catch(async (fault) => {
    await stop();
    await market.close();
    throw fault;
  });
  console.log(whatIsWhere({ url, port }, places, harbour, companies));
  const end = async () => {
    await Promise.all(companies.map((company) => company.stop()));
    await market.people.settled();
    await stop();
    await market.close();
    console.log('The market is closed. What was answered is kept.');
  };
  asked.then(end).catch((fault) => {
    const { told, exitCode } = closedBy(fault);
    console.error(`The market could not close well: ${told}`);
    process.exit(exitCode);
  });
  market.avow.lost.addEventListener('abort', () => {
    console.error(`The market closes: ${market.avow.lost.reason.message}.`);
    process.exitCode = 2;
    // What is closed already cannot be closed well.
    end().catch(() => process.exit());
  });
}

/** Resolves when somebody asks it to stop. Asked a second time it ends at once, as anyone who presses ^C twice expects. */
const stopAsked = () =>
  new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

type Open = Awaited<ReturnType<typeof openHarbour>>;

/** Where the ports lie that the system hands out by itself. */
const HANDED_OUT = 32_768;

/** Test partners come with the demonstration alone: where mail is sent, payments are no test either. */
async function testPartners(
  { market, inbox }: Open,
  { partners: home }: Places,
  port: number,
): Promise<readonly Company[]> {
  if (inbox === undefined) return [];
  // Beside a market whose port somebody chose; where the system chose, it chooses theirs as well.
  return partnersBeside(market, { home, port: port < HANDED_OUT ? port + 1 : 0 });
}

const whatIsWhere = (
  { url, port }: { url: string; port: number },
  places: Places,
  { filled, inbox }: Open,
  companies: readonly Company[],
) =>
  `Harbour Market is open at ${url}

  ${url}/policy     the privacy policy that decides here
  ${url}/clauses    what backs each sentence, and what it has done so far
  ${url}/measures   whether each measure that it promises works
  ${url}/docs       how to work with it; at /docs/api the interface for programs, under /v1
  ${url}/console    for those who work here, who come in at ${url}/staff;
                    the first one's credentials are in ${places.administrator}${
                      inbox === undefined
                        ? ''
                        : `,
                    those of the demonstration's desk in ${places.staff}`
                    }
${companies.map((each) => `  ${each.url}     ${knownParty(each.party, 'en')}, a test partner in a process of its own\n`).join('')}${inbox === undefined ? '' : demonstration(url, filled)}
  data      ${places.data}, ${places.shop}
  accounts  ${places.accounts}, ${places.operators}
  keys      ${places.keys}, opened by the passphrase in ${places.passphrase}
  anchor    ${places.anchor}
  partners  ${places.partners}
  API key   ${places.developmentKey}

  ${port === 4000 ? '' : `PORT=${port} `}npm run story plays a day at this market. Stop with Ctrl+C; a new start keeps the data.`;

const demonstration = (url: string, filled: boolean) =>
  `  ${url}/inbox      messages, which a development server shows instead of sending them

  ${filled ? 'Demonstration made. Log in as' : 'Data kept from earlier. In the demonstration, log in as'}
${demoPeople.map(({ email, part }) => `    ${email.padEnd(26)}${en.demo.parts[part]}`).join('\n')}
  with the password: ${demoPassword}
`;

/** One that nobody uses at this moment: links and passkeys have to know it before the market listens. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

try {
  await start(placesIn(process.cwd()), process.env);
} catch (fault) {
  const { told, exitCode } = closedBy(fault);
  console.error(`The market stays closed: ${told}`);
  process.exitCode = exitCode;
}
