import { demoPassword, demoPeople } from './demo/people.ts';
import { openHarbour, placesIn } from './harbour.ts';

const places = placesIn(process.cwd());
const port = Number(process.env['PORT'] ?? 4000);
const { server, market, filled } = await openHarbour(places);
const { url, stop } = await server.listen({ port });

console.log(`Harbour Market is open at ${url}

  ${url}/policy     the privacy policy that decides here
  ${url}/clauses    what backs each sentence, and what it has done so far
  ${url}/docs       the interface for programs, under /v1

  ${filled ? 'Demonstration made. Log in as' : 'Data kept from earlier. In the demonstration, log in as'} ${demoPeople.map(({ username }) => username).join(', ')}
  with the password: ${demoPassword}

  data      ${places.data}, ${places.shop}
  keys      ${places.keys}, opened by the passphrase in ${places.passphrase}
  anchor    ${places.anchor}
  API key   ${places.developmentKey}

  npm run story plays a day at this market. Stop with Ctrl+C; a new start keeps the data.`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await stop();
    market.close();
  });
}
