import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { obstacles } from '../browser/accessible.ts';
import { enterAs } from '../operator.ts';
import { ann, answerOn, join, login } from '../person.ts';
import { stage } from './stage.ts';

const { visitor, market } = stage();

const main = (page: Page) => page.locator('main').innerText();
const press = (page: Page, does: string) => page.click(`button[value="${does}"]`);
const evidence = { name: 'certificate.pdf', mimeType: 'application/pdf' };

/** What Mei offers: the thing that is complained of. */
async function meisThing(): Promise<string> {
  const { avow, listings } = market().harbour.market;
  const mei = await avow.subjects.find('contact.email', 'mei@harbour.example');
  const thing = mei && listings.of(mei).find(({ state }) => state === 'offered');
  if (thing === undefined) throw new Error('The demonstration offers nothing of Mei.');
  return thing.id;
}

test('3.e: an infringement complaint from both sides, with a counter-notice, until the desk ends it', async () => {
  const looks = { javaScriptEnabled: true, viewport: { width: 360, height: 720 } };
  const [author, seller, staff] = [await visitor(), await visitor(looks), await visitor()];
  await join(author);
  const thing = await meisThing();
  await author.goto(`/goods/${thing}`);
  await author.click('a[href$="/complain"]');
  await author.click('main form .button');
  expect(await main(author)).toContain('Choose the document that shows the right.');
  await author.selectOption('#right', 'trademark');
  await author.fill('#title', 'Heron, No. 4711');
  await author.fill('#claim', 'The heron on it is my mark.');
  await author.setInputFiles('#document', { ...evidence, buffer: Buffer.from('No. 4711') });
  await author.click('main form .button');
  const course = new URL(author.url()).pathname;
  expect(course).toMatch(/^\/mine\/cases\//);
  expect(await main(author)).toContain('Nothing, from us.');

  // Nobody has verified it: it is not passed on, and the refusal says what is missing.
  await press(author, 'pass');
  const early = await answerOn(author);
  expect(early).toMatchObject({ permitted: false, sentence: 'P.1' });
  expect(early.text).toContain('have the complaint verified');

  // The other side was told by mail, reads the course without learning who it is, and answers.
  await market().harbour.avow.desk.send();
  const { inbox } = market().harbour;
  const letter = inbox?.received.find(({ to }) => to === 'mei@harbour.example');
  expect(letter?.text).toContain('/mine/cases');
  await login(seller, 'mei');
  await seller.goto(course);
  expect(await main(seller)).toContain('ot known to you');
  expect(await main(seller)).not.toContain('4711');
  expect(await obstacles(seller)).toEqual([]);
  await seller.fill('#reply', 'It is a goose.');
  await press(seller, 'counter');
  await press(seller, 'ask');
  expect(await main(seller)).toContain('You have asked');

  // The desk verifies it; from then on it goes by its author's own wish, and to nobody else.
  await enterAs(staff, 'desk.one', 'legal');
  const [, inCase = ''] = /([^/]+)$/.exec(course) ?? [];
  await staff.goto(`/console/desk/case?case=${inCase}`);
  await staff.click('a[href*="/desk/complaint/verify"]');
  await staff.click('main form .button');
  expect(await main(staff)).toContain('The complaint is verified.');
  await author.goto(course);
  await press(author, 'read');
  expect(await main(author)).toContain('It is a goose.');
  await press(author, 'pass');
  expect(await answerOn(author)).toMatchObject({ permitted: true, sentence: '3.e.2' });
  await seller.goto(course);
  await press(seller, 'look');
  const seen = await answerOn(seller);
  expect(seen).toMatchObject({ permitted: true, sentence: '3.e.2' });
  expect(seen.text).toContain(ann.name);
  expect(seen.text).toContain('The heron on it is my mark.');
  expect(await obstacles(seller)).toEqual([]);

  // Ended, it opens nothing any more, and both sides see how it ended.
  await staff.goto(`/console/desk/close?case=${inCase}`);
  await staff.click('main form .button');
  for (const side of [author, seller]) {
    await side.goto(course);
    expect(await main(side)).toContain('Ended: closed');
    expect(await side.locator('button[value="look"]').count()).toBe(0);
  }
  await author.goto('/mine/history');
  expect(await author.locator('.timeline').innerText()).toContain('3.e.2');
});

test('S.7: what a person asks stands with its date, and its answer in their centre', async () => {
  const [asker, staff] = [await visitor({ javaScriptEnabled: true }), await visitor()];
  await join(asker, { ...ann, email: 'asker@example.net' });
  await asker.goto('/mine/cases/ask');
  expect(await obstacles(asker)).toEqual([]);
  await asker.selectOption('#about', 'explanation');
  await asker.fill('#asked', 'Why was my order closed?');
  await asker.click('main form .button');
  const course = new URL(asker.url()).pathname;
  expect(await main(asker)).toContain('Not answered yet.');
  await enterAs(staff, 'desk.two', 'support');
  const [, inCase = ''] = /([^/]+)$/.exec(course) ?? [];
  await staff.goto(`/console/desk/case?case=${inCase}`);
  await staff.click('form[action$="/desk/take"] button');
  await staff.click('a[href*="/desk/request/read"]');
  await staff.click('main form .button');
  expect(await main(staff)).toContain('Why was my order closed?');
  await staff.click('main a.button');
  await staff.fill('#reply', 'The buyer had received it.');
  await staff.selectOption('#outcome', 'granted');
  await staff.click('main form .button');
  expect(await main(staff)).toContain('It is answered.');
  await asker.goto(course);
  expect(await main(asker)).toContain('The buyer had received it.');
  expect(await obstacles(asker)).toEqual([]);
});

test('3.g: refused until a basis is published by another, permitted after, and ended', async () => {
  const { avow } = market().harbour;
  const mei = await avow.subjects.find('contact.email', 'mei@harbour.example');
  if (mei === undefined) throw new Error('The demonstration has no Mei.');
  await avow.parties.engage({
    ...{ party: 'recall-office' as never, as: 'thirdParty', country: 'CN' },
    ...{ purposes: ['rules.basis'], categories: ['contact.name'] },
  });
  const looks = { javaScriptEnabled: true };
  const [one, two, three] = [await visitor(looks), await visitor(), await visitor()];
  await enterAs(one, 'basis.one', 'legal');
  await enterAs(two, 'basis.two', 'legal');
  await enterAs(three, 'basis.three', 'data-protection');
  await one.goto('/console/desk/bases/propose');
  await one.fill('#words-en', 'Recalls of unsafe goods.');
  await one.fill('#words-zh-CN', '不安全商品的召回。');
  await one.check('[value="contact.name"]');
  await one.check('[value="recall-office"]');
  await one.fill('#until', new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10));
  expect(await obstacles(one)).toEqual([]);
  await one.click('main form .button');
  expect(await main(one)).toContain('Somebody else publishes it.');
  const [{ basis } = { basis: '' }] = await avow.desk.bases.proposals();

  // A case on what is only proposed: the desk can open it, and the policy refuses, naming what is missing.
  await one.goto(`/console/desk/bases/use?basis=${basis}`);
  await one.fill('#person', 'mei@harbour.example');
  await one.selectOption('#party', 'recall-office');
  await one.check('[value="contact.name"]');
  await one.click('main form .button');
  const inCase = one.url();
  expect(await main(one)).toContain('publish a basis that covers this');
  await one.goto(`/console/desk/bases/publish?basis=${basis}`);
  await one.click('main form .button');
  expect(await main(one)).toContain('you proposed it');
  await two.goto(`/console/desk/bases/publish?basis=${basis}`);
  await two.click('main form .button');
  await one.goto('/bases?lang=zh-CN');
  expect(await main(one)).toContain('不安全商品的召回。');
  expect(await obstacles(one)).toEqual([]);

  for (const page of [two, three]) {
    await page.goto(inCase);
    await page.click('a[href*="/desk/approve"]');
    await page.click('main form .button');
  }
  await one.goto(inCase);
  await one.click('a[href*="/desk/deliver"]');
  await one.click('main form .button');
  expect(await answerOn(one)).toMatchObject({ permitted: true, sentence: '3.g.1' });
  await two.goto(`/console/desk/bases/end?basis=${basis}`);
  await two.click('main form .button');
  await one.goto(inCase);
  expect(await answerOn(one)).toMatchObject({ permitted: false });
});
