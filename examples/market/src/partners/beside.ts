import type { Market } from '../market.ts';
import { acquaint } from './acquaint.ts';
import { type Company, type Starting, startCompanies } from './processes.ts';

/** Starts the test partners beside a market that listens, and makes each known to the other. */
export async function partnersBeside(
  market: Market,
  where: Pick<Starting, 'home' | 'port'>,
): Promise<readonly Company[]> {
  const { vkey } = market.avow.log;
  const companies = await startCompanies({ ...where, platform: market.url, log: vkey });
  for (const { party, url } of companies) {
    await acquaint(market, party, url);
    market.partners.set(party, url);
  }
  return companies;
}
