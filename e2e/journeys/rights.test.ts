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
    page.click('main form .button'),
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
  expect(await page.locator('table').innerText()).toContain(ann.phone);
});

test('each line of the history can be explained, and has a receipt', async () => {
  const page = await visitor();
  await join(page, { ...ann, email: 'wonders@example.net' });
  await page.goto('/mine/history');
  await page.click('.timeline a:text("Explain") >> nth=-1');
  expect(await page.locator('.answer').innerText()).toContain('you have accepted the agreement');
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
  expect(await page.locator('pre').innerText()).toContain('"opening"');
  expect(await page.context().cookies()).toEqual([]);
  await enter(page, 'goes@example.net', ann.password);
  expect(await page.locator('.faults').innerText()).toContain('do not belong together');
});
