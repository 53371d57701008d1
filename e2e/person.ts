import type { Page } from 'playwright-core';

/** Somebody who comes to the market in a test. */
export const ann = {
  username: 'ann',
  password: 'a boat of paper, folded',
  name: 'Ann Lindqvist',
  phone: '+86 138 1111 2222',
  address: '1 Quay Street, Xiamen 361000',
} as const;

type Person = { readonly [field in keyof typeof ann]: string };

/** Registers somebody through the page, boxes and buttons. Ends on the page that says so. */
export async function join(page: Page, person: Person = ann): Promise<void> {
  await page.goto('/join');
  for (const field of ['username', 'password', 'name', 'phone', 'address'] as const) {
    await page.fill(`#${field}`, person[field]);
  }
  await page.check('#accept');
  await page.click('button[value=accept]');
}

/** Logs one of the demonstration's people in. */
export async function login(page: Page, username: string): Promise<void> {
  await page.goto('/login');
  await page.fill('#username', username);
  await page.fill('#password', 'the tide comes in twice');
  await page.click('main form .button');
}

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
