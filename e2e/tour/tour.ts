import type { Page } from 'playwright-core';
import { marketAt } from '../market.ts';
import { ann, login } from '../person.ts';
import { account, joining, recovering, staff } from './accounts.ts';
import { consoles } from './console.ts';
import type { Cast } from './look.ts';
import type { Visit } from './visitor.ts';

/** Leads somebody past every page of the market, and every page of Avow that people read. */
export async function tour({ language, come }: Cast): Promise<void> {
  const { page, visit, press } = await come();
  await outside(page, language, visit, press);
  await joining(page, visit, press);
  await account(page, visit, press);
  await ordering(page, visit, press);
  await own(page, visit, press);
  await login(page, 'yuehan');
  await visit('/orders', 'orders-sold');
  await page.click('.order-rows a');
  await press('form[action$="/ship"] button', 'shipped');
  await recovering(page, visit, press);
  await staff(page, visit, press);
  await consoles(page, visit, press);
}

async function outside(page: Page, language: string, visit: Visit, press: Visit) {
  await visit('/', 'front');
  await visit(`/?q=${language === 'en' ? 'blue' : '蓝'}`, 'search');
  await visit('/?q=nothing-like-it', 'search-empty');
  await page.goto('/');
  await press('.shelf a >> nth=1', 'thing-signed-out');
  await visit('/agreement', 'agreement');
  await visit('/rules', 'rules');
  await visit(`/policy?lang=${language}`, 'policy');
  await visit(`/policy/promises/3.f.2:1?lang=${language}`, 'promise');
  await visit(`/policy/versions?lang=${language}`, 'versions');
  await press('main a[href^="/policy/versions/"] >> nth=0', 'version');
  await visit(`/clauses?lang=${language}`, 'clauses');
  await visit(`/measures?lang=${language}`, 'measures');
  // What is for those who build with it is in English.
  if (language === 'en') {
    await visit('/docs', 'docs');
    await visit('/docs/api', 'docs-api');
    await visit('/docs/errors', 'docs-errors');
  }
  await visit('/cookies', 'cookies');
  await visit('/nowhere', 'missing');
  await visit('/login', 'login');
  await page.fill('#email', 'nobody@example.net');
  await page.fill('#password', 'nothing');
  await press('main form .button', 'login-wrong');
  await visit('/join/declined', 'declined');
  await visit('/join', 'join');
  await press('button[value=accept]', 'join-wrong');
}

async function ordering(page: Page, visit: Visit, press: Visit) {
  await visit('/orders', 'orders-none');
  await page.goto('/');
  await press('.shelf a', 'thing');
  await press('main form .button', 'order');
  const order = page.url();
  await press('form[action$="/contact"] button', 'contact-refused');
  await page.goto(order);
  await press('form[action$="/pay"] button', 'order-paid');
  await press('form[action$="/contact"] button', 'contact-granted');
  await page.goto(order);
  await press('a[href$="/dispute"]', 'dispute');
  await page.check('[value=damaged]');
  await page.check('[value=refund]');
  await press('main form .button', 'order-disputed');
  await visit('/orders', 'orders');
  await visit('/sell', 'sell');
  await page.fill('#name', 'Oar');
  await page.fill('#body', 'Call 138 0571 2210.');
  await page.fill('#price', '5');
  await page.check('[name="picture"] >> nth=0');
  await press('main form .button', 'sell-contact');
  await press('button[value=change]', 'sell-change');
  await visit(`${order}/messages`, 'messages-none');
  await page.fill('#message', 'Call 138 0571 2210.');
  await press('main form .button', 'message-warned');
  await press('button[value=send]', 'messages');
  await visit('/activities', 'activities');
  await press('main form .button >> nth=0', 'activities-joined');
  await visit('/registers', 'registers');
  await page.goto('/');
  await page.click('.shelf a');
  await press('main p a[href*="/seller"]', 'seller');
}

async function own(page: Page, visit: Visit, press: Visit) {
  const { avow } = marketAt(page.url()).harbour;
  await avow.visits.settled();
  await avow.interests.deriveAll();
  await visit('/', 'front-for-you');
  await visit('/mine/interests', 'interests');
  await press('.matter button[value=remove]', 'interests-removed');
  await visit('/mine/brought', 'brought');
  await visit('/mine', 'mine');
  await visit('/mine/correct', 'correct');
  await page.fill('[name="contact.name"]', 'Ann Lund');
  await press('main form .button', 'corrected');
  await visit('/mine/history', 'history');
  await visit('/mine/flows', 'flows');
  await visit('/mine/flows?of=all', 'flows-all');
  await visit('/mine/openings', 'openings');
  await visit('/mine/policy', 'sentences');
  await press('.sentence-beside a >> nth=0', 'history-of-sentence');
  await visit('/mine/messages', 'notices');
  await visit('/mine/comments', 'comments');
  await visit('/mine/history?kind=use&category=contact', 'history-narrowed');
  await press('.timeline .small a:not(.cite)', 'entry');
  await visit('/mine/receipt', 'receipt');
  await page.fill('#receipt', 'nothing like one');
  await press('receipt-check .button', 'receipt-none');
  await visit('/mine/choices', 'choices');
  await press('#partner button[value=allow]', 'choices-given');
  await visit('/mine/agreement', 'agreement');
  await press('.button-grave', 'agreement-wrong');
  await visit('/mine/change', 'change-none');
  await visit('/mine/take', 'take');
  await visit('/mine/leave', 'leave');
  await page.fill('#password', 'nothing');
  await press('.button-grave', 'leave-wrong');
  await page.fill('#password', ann.password);
  await press('.button-grave', 'left');
}
