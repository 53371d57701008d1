import type { Page } from 'playwright-core';
import { marketAt } from './market.ts';

/** Somebody who comes to the market in a test. */
export const ann = {
  email: 'ann@example.net',
  password: 'a boat of paper, folded',
  name: 'Ann Lindqvist',
  phone: '+86 138 1111 2222',
  address: '1 Quay Street, Xiamen 361000',
} as const;

export type Person = { readonly [field in keyof typeof ann]: string };

/** What the form for joining asks of a person, by the names of its fields. */
export const formOf = ({ email, password, name, phone, address }: Person) => ({
  email,
  password,
  'contact.name': name,
  'contact.phone': phone,
  'contact.address': address,
});

/** Fills the form for joining and sends it. Ends on the page that says to look in one's mail. */
export async function apply(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await page.fill(`[name="${name}"]`, value);
  await page.check('#accept');
  await page.click('button[value=accept]');
}

/** The link in the newest message to an address, once what follows answers is done. */
export async function linkTo(page: Page, address: string): Promise<string> {
  const { market, inbox } = marketAt(page.url()).harbour;
  await market.people.settled();
  const message = inbox?.received.find(({ to }) => to === address);
  const link = /https?:\S+/.exec(message?.text ?? '')?.[0];
  if (link === undefined) throw new Error('There is no message with a link.');
  return link;
}

/** Joins through the page, the mail and the password. Ends on the page that says so. */
export async function join(page: Page, person: Person = ann): Promise<void> {
  await page.goto('/join');
  await apply(page, formOf(person));
  await page.goto(await linkTo(page, person.email));
  await page.fill('#password', person.password);
  await page.click('main form .button');
}

/** Sends the form for logging in. */
export async function enter(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/login');
  await page.fill('#email', email);
  await page.fill('#password', password);
  await page.click('main form .button');
}

/** Logs one of the demonstration's people in. */
export const login = (page: Page, name: string): Promise<void> =>
  enter(page, `${name}@harbour.example`, 'the tide comes in twice');

/** What the panel of an answer on this page says. */
export async function answerOn(page: Page) {
  const panel = page.locator('.answer').first();
  return {
    permitted: await panel.evaluate((element) => element.classList.contains('answer-permitted')),
    sentence: await panel.locator('.because .cite').innerText(),
    href: await panel.locator('.because .cite').getAttribute('href'),
    text: await panel.innerText(),
  };
}
