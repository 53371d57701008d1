import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { ann, answerOn, enter, join } from '../person.ts';
import { stage } from './stage.ts';

const { visitor } = stage();

test('what is allowed is asked in the policy’s words, counts at once, and is taken back where it was given', async () => {
  const page = await visitor();
  await join(page);
  await page.goto('/mine/choices');
  const card = page.locator('#partner');
  expect(await card.locator('blockquote').innerText()).toContain('name, phone number');
  expect(await card.innerText()).toContain('the policy refuses it');
  const [allow, refuse] = await Promise.all(
    ['allow', 'refuse'].map((answer) => card.locator(`button[value=${answer}]`).boundingBox()),
  );
  expect([refuse?.width, refuse?.height]).toEqual([allow?.width, allow?.height]);

  await card.locator('button[value=allow]').click();
  expect(await card.innerText()).toContain('the policy permits it');
  await card.locator('button[value=withdraw]').click();
  expect(await card.innerText()).toContain('Taken back');
  expect(await card.innerText()).toContain('the policy refuses it');
});

test('what is held can be corrected and taken along', async () => {
  const page = await visitor();
  await join(page, { ...ann, email: 'corrects@example.net' });
  await page.goto('/mine/correct');
  expect(await page.inputValue('[name="contact.address"]')).toBe(ann.address);
  await page.fill('[name="contact.address"]', '3 Ferry Steps, Xiamen 361001');
  await page.click('main form .button');
  expect(await answerOn(page)).toMatchObject({ permitted: true, sentence: 'S.3.1' });
  await page.goto('/mine/take');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.click('button[value=json]'),
  ]);
  const copy = JSON.parse(await readFile(await download.path(), 'utf8'));
  expect(copy.sentence).toBe('S.2.1');
  expect(copy.held).toContainEqual(
    expect.objectContaining({ category: 'contact.address', value: '3 Ferry Steps, Xiamen 361001' }),
  );
});

test('a phone number left out at registration can be given later', async () => {
  const page = await visitor();
  await join(page, { ...ann, email: 'later@example.net', phone: '' });
  await page.goto('/mine/correct');
  await page.fill('[name="contact.phone"]', ann.phone);
  await page.click('main form .button');
  expect(await answerOn(page)).toMatchObject({ permitted: true, sentence: '1.a.1' });
  await page.goto('/mine');
  expect(await page.locator('.held').innerText()).toContain(ann.phone);
});

test('each line of the history can be explained, and has a receipt', async () => {
  const page = await visitor();
  await join(page, { ...ann, email: 'wonders@example.net' });
  await page.goto('/mine/history');
  await page.click('.timeline a:text("Explain") >> nth=-1');
  expect(await page.locator('.answer').innerText()).toContain('you have accepted the agreement');
  // Without scripts the same proof stands there in words, done by the server, with what to run.
  expect(await page.locator('.verdict').innerText()).toBe('The receipt is right');
  expect(await page.locator('.proof > li').count()).toBe(6);
  expect(await page.locator('.check-by').innerText()).toContain('done by our server');
  expect(await page.locator('.yourself').textContent()).toContain('node check.mjs receipt.json');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.click('text=Download the receipt'),
  ]);
  const receipt = JSON.parse(await readFile(await download.path(), 'utf8'));
  expect(receipt.opening.person).toBeTruthy();
});

test('nobody reads the history of somebody else', async () => {
  const [owner, other] = [await visitor(), await visitor()];
  await join(owner, { ...ann, email: 'owner@example.net' });
  await owner.goto('/mine/history');
  const path = await owner.locator('.timeline a:text("Explain")').first().getAttribute('href');
  await join(other, { ...ann, email: 'other@example.net' });
  expect((await other.goto(path ?? ''))?.status()).toBe(404);
  expect((await other.goto(`${path}/receipt`))?.status()).toBe(404);
});

test('erasing asks for the password, gives a receipt, and leaves no account', async () => {
  const page = await visitor();
  await join(page, { ...ann, email: 'goes@example.net' });
  await page.goto('/mine/leave');
  await page.fill('#password', 'something else');
  await page.click('.button-grave');
  expect(await page.locator('.faults').innerText()).toContain('That is not your password.');
  await page.fill('#password', ann.password);
  await page.click('.button-grave');
  expect(await answerOn(page)).toMatchObject({ permitted: true, sentence: 'S.4.1' });
  const receipt = await page.inputValue('#receipt');
  expect(JSON.parse(receipt)).toMatchObject({ opening: { nonce: expect.any(String) } });
  expect(await page.context().cookies()).toEqual([]);
  await enter(page, 'goes@example.net', ann.password);
  expect(await page.locator('.faults').innerText()).toContain('do not belong together');

  // The receipt holds for whoever has it, account or none.
  const anyone = await visitor();
  await anyone.goto('/mine/receipt');
  await anyone.fill('#receipt', receipt);
  await anyone.click('receipt-check .button');
  expect(await anyone.locator('.verdict').innerText()).toBe('The receipt is right');
});

test('a receipt is checked in the reader’s own browser, and one altered byte is found there', async () => {
  const page = await visitor({ javaScriptEnabled: true });
  await join(page, { ...ann, email: 'checks@example.net' });
  await page.goto('/mine/history');
  await page.click('.timeline a:text("Explain") >> nth=-1');
  const check = page.locator('receipt-check');
  await page.waitForSelector('receipt-check[data-checked=right]');
  expect(await check.innerText()).toContain('done by your own browser');

  // Whatever is checked from here on is checked here: nothing but what the log publishes is asked for.
  const asked: string[] = [];
  page.on('request', (request) =>
    asked.push(`${request.method()} ${new URL(request.url()).pathname}`),
  );
  const text = await page.inputValue('#receipt');
  const { body, proof, opening, ...rest } = JSON.parse(text);
  const bytes = Buffer.from(body, 'base64');
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  const altered = [
    { body: bytes.toString('base64'), proof, opening, ...rest },
    { body, proof: proof.replace(/index \d+/, 'index 0'), opening, ...rest },
    { body, proof, opening: { ...opening, at: opening.at + 1 }, ...rest },
  ];
  for (const each of altered) {
    await page.fill('#receipt', JSON.stringify(each));
    await page.waitForSelector('receipt-check[data-checked=wrong]');
    expect(await page.locator('.proof-failed').count()).toBeGreaterThan(0);
    await page.fill('#receipt', text);
    await page.waitForSelector('receipt-check[data-checked=right]');
  }
  await page.click('receipt-check .button');
  expect([...new Set(asked)].sort()).toEqual(['GET /mine/files/checkpoint', 'GET /mine/files/key']);
});

test('the timeline is narrowed by what it is about and by what happened, by keyboard alone', async () => {
  const page = await visitor({ javaScriptEnabled: true });
  await join(page, { ...ann, email: 'narrows@example.net' });
  await page.goto('/mine');
  await page.click('[aria-label="Who saw it: phone number"]');
  expect(await page.inputValue('#category')).toBe('contact.phone');
  const lines = page.locator('.timeline > li');
  expect(await lines.count()).toBe(2);
  await page.focus('#kind');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL('**kind=disclosure**');
  expect(await lines.count()).toBe(0);
  await page.goto('/mine/history?kind=record');
  expect(await page.locator('.timeline').innerText()).toContain('Agreement: accepted');
  await page.click('.timeline a:text("Receipt") >> nth=0');
  expect(await page.locator('h1').innerText()).toBe('One record');
});

test('the agreement shows what was accepted, and is ended by a box and a press', async () => {
  const page = await visitor();
  await join(page, { ...ann, email: 'ends@example.net' });
  await page.goto('/mine/agreement');
  const texts = page.locator('table');
  expect(await texts.locator('code').count()).toBe(3);
  expect(await texts.innerText()).toContain('unchanged');
  await page.click('.button-grave');
  expect(await page.locator('.faults').innerText()).toContain('Tick the box');
  await page.check('#sure');
  await page.click('.button-grave');
  expect(await page.locator('h1').innerText()).toBe('The agreement has ended');
  // Without an acceptance nobody is let in at the market.
  await page.goto('/mine');
  expect(new URL(page.url()).pathname).toBe('/login');
});

test('news of the market are on until switched off, with one press each way', async () => {
  const page = await visitor();
  await join(page, { ...ann, email: 'switches@example.net' });
  await page.goto('/mine/choices');
  const card = page.locator('#own');
  expect(await card.locator('.mark').innerText()).toBe('On');
  await card.locator('button').click();
  expect(await card.locator('.mark').innerText()).toBe('Off');
  expect(await card.innerText()).toContain('the policy refuses it');
  await card.locator('button').click();
  expect(await card.locator('.mark').innerText()).toBe('On');
});
