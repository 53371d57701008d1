import type { PersonId } from 'avow';
import type { MiddlewareHandler } from 'hono';
import type { Market } from '../market.ts';
import { matters } from '../pages/matters.ts';
import { workshops } from '../shop/parties.ts';
import type { Env } from '../web/visit.ts';

/**
 * Hands the advertiser what somebody has just allowed it to get, and nothing before. It is asked of the
 * policy first, without a record, since nobody was asked for anything; what is handed over is decided again
 * and stands in the person's timeline. Taking it back closes it without our doing.
 */
export async function invite({ avow }: Market, person: PersonId): Promise<void> {
  const matter = matters.find(({ party }) => party === workshops);
  if (matter === undefined) return;
  const { action, purposes, categories } = matter;
  const [purpose] = purposes;
  const question = { person, purpose, categories, to: { party: workshops } };
  if (!(await avow.preview(action, question)).permitted) return;
  const handed = await avow.disclosures.of(person);
  if (handed.some(({ party, closed }) => party === workshops && closed === undefined)) return;
  await avow.disclosures.seal(action, question);
}

/** After an answer on the page of choices. */
export const invitations =
  (market: Market): MiddlewareHandler<Env> =>
  async (c, next) => {
    await next();
    const { person } = c.var.visit;
    if (c.req.method === 'POST' && c.res.status === 303 && person !== undefined) {
      await invite(market, person);
    }
  };
