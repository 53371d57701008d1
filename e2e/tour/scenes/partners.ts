import { rm } from 'node:fs/promises';
import { join as pathTo } from 'node:path';
import { partnersBeside } from 'avow-example-market';
import { ann, join, login } from '../../person.ts';
import type { Cast } from '../look.ts';

/** Somebody pays at the payment service, the seller ships, the carrier opens, and the buyer closes it. */
export async function partners({ come, market }: Cast): Promise<void> {
  const { harbour, places, home } = market();
  const companies = await partnersBeside(harbour.market, { home: places.partners, port: 0 });
  const at = (party: string) => companies.find((each) => each.party === party)?.url ?? '';
  try {
    const [buyer, seller, clerk] = [await come(), await come(), await come()];
    await join(buyer.page, { ...ann, email: 'buys@example.net' });
    const { avow, listings } = harbour.market;
    const mei = await avow.subjects.find('contact.email', 'mei@harbour.example');
    const thing = listings.of(mei!).find(({ state }) => state === 'offered');
    await buyer.page.goto(`/goods/${thing?.id}`);
    await buyer.page.click('form[action$="/order"] button');
    const order = new URL(buyer.page.url()).pathname;
    await buyer.press('form[action$="/pay"] button', 'pay-handed');
    await buyer.press('.answer a.button', 'payment-desk');
    await buyer.press('main form button', 'payment-done');
    await buyer.page.click('main a');
    await buyer.stop('order-paid-there');

    await login(seller.page, 'mei');
    await seller.page.goto(order);
    await seller.press('form[action$="/ship"] button', 'ship-handed');
    await clerk.visit(at('Lantern-Post'), 'carrier-desk');
    await clerk.press('form[action$="/label"] button', 'carrier-label');
    await clerk.page.goBack();
    await clerk.press('form[action$="/phone"] button', 'carrier-phone');
    await clerk.visit(at('Gull-and-Quay'), 'advertiser-desk');

    await buyer.visit('/mine/openings', 'openings-some');
    const card = '.card:has(a[href*="party=Lantern-Post"])';
    await buyer.press(`${card} a[href*="/openings/"]`, 'openings-close');
    await buyer.press('main form button', 'openings-closed');
    await clerk.page.goto(at('Lantern-Post'));
    await clerk.press('form[action$="/label"] button', 'carrier-refused');
    await buyer.visit('/mine/history?party=Lantern-Post', 'history-of-party');
    await buyer.visit('/mine/flows', 'flows-some');
    await buyer.visit('/mine', 'mine-bought');
    await buyer.page.goto(order);
    await buyer.press('form[action$="/receive"] button', 'order-closed');
    await buyer.visit(`${order}/review`, 'review');
  } finally {
    await Promise.all(companies.map(({ stop }) => stop()));
    await rm(pathTo(home, 'partners'), { recursive: true, force: true });
  }
}
