import { readFileSync } from 'node:fs';
import { placesIn } from '../harbour.ts';
import { declining, joining, organisation } from './0-joining.ts';
import { scope } from './1-scope.ts';
import { use } from './2-use.ts';
import { disclosure, ordering } from './3-disclosure.ts';
import { storage } from './4-storage.ts';
import { cookies } from './5-cookies.ts';
import { security } from './6-security.ts';
import { changes } from './7-changes.ts';
import { Differs } from './answer.ts';
import { api as apiAt } from './api.ts';
import { audit } from './audit.ts';
import { character, type Day } from './cast.ts';
import { type Published, stage as stageFor } from './stage.ts';
import { erasing, rights } from './supplement.ts';
import { closingTable } from './table.ts';
import { visitor } from './visitor.ts';

/** There is no stage to play on: nobody has opened the market here. */
class NoMarket extends Error {
  override readonly name = 'NoMarket';
}

const places = placesIn(process.cwd());
const base = `http://localhost:${process.env['PORT'] ?? 4000}`;

try {
  await play();
} catch (problem) {
  if (problem instanceof Differs) {
    console.error(`\nTHE STORY DIFFERS FROM THE POLICY\n  ${problem.message}`);
  } else if (problem instanceof NoMarket) console.error(problem.message);
  else throw problem;
  process.exitCode = 1;
}

/** A day at the market, over HTTP, from the first look at the policy to the last of somebody’s data. */
async function play(): Promise<void> {
  const policy = await published();
  const stage = stageFor(policy, console.log);
  const api = apiAt(base, developmentKey());
  const arrive = () => visitor(base);
  await declining(stage, api, arrive(), character('Bo'));
  const wen = await joining(stage, arrive(), character('Wen'));
  const lan = await joining(stage, arrive(), character('Lan'));
  await organisation(stage, api, arrive());
  const day: Day = { stage, api, arrive, wen, lan };

  await scope(day);
  await use(day);
  const ordered = await ordering(day);
  await disclosure(day, ordered);
  await storage(day);
  await cookies(day);
  await security(day, ordered);
  await changes(day);
  await rights(day);
  await erasing(day);
  await audit(stage, places);

  console.log(`\n${closingTable(policy, stage).join('\n')}\n\nEvery answer was the policy’s.`);
}

async function published(): Promise<Published> {
  const response = await fetch(`${base}/policy.json`).catch(() => undefined);
  if (response?.ok) return (await response.json()) as Published;
  throw new NoMarket(
    `Nobody answers at ${base}. Start the market first (npm start), and name its PORT to both.`,
  );
}

function developmentKey(): string {
  try {
    return readFileSync(places.developmentKey, 'utf8').trim();
  } catch {
    throw new NoMarket(
      `There is no key at ${places.developmentKey}. Play where npm start was run.`,
    );
  }
}
