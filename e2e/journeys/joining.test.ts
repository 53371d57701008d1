import { expect, test } from 'vitest';
import { ann, answerOn, apply, formOf, join, linkTo } from '../person.ts';
import { stage } from './stage.ts';

const { visitor } = stage();

/** What makes one button look more important than another. Runs in the page. */
const looks = `(element) => {
  const { color, backgroundColor, borderColor, fontSize, fontWeight } = getComputedStyle(element);
  return [color, backgroundColor, borderColor, fontSize, fontWeight];
}`;

test('anyone can read the policy before registering, in both languages, sentence by sentence', async () => {
  const page = await visitor();
  await page.goto('/join');
  await page.click('main >> text=Privacy policy');
  expect(await page.locator('[id="2.a.1"]').innerText()).toContain('Nobody unrelated');
  await page.goto('/policy?lang=zh-CN#2.a.1');
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  expect(await page.locator('[id="2.a.1"]').innerText()).toMatch(/无关第三方/);
});

test('declining leaves no account and no cookie, and says what remains possible', async () => {
  const page = await visitor();
  await page.goto('/join');
  await page.fill('#email', 'declines@example.net');
  await page.click('button[value=decline]');
  expect(await page.locator('h1').innerText()).toBe('You declined');
  expect(await page.locator('.cite').first().innerText()).toBe('P.9');
  expect(await page.context().cookies()).toEqual([]);
});

test('accepting is a box of its own, unticked, and weighs as much as declining', async () => {
  const page = await visitor();
  await page.goto('/join');
  expect(await page.isChecked('#accept')).toBe(false);
  const [accept, decline] = await Promise.all(
    ['accept', 'decline'].map(async (answer) => {
      const button = page.locator(`button[value=${answer}]`);
      const box = await button.boundingBox();
      const style = await button.evaluate(looks);
      return { width: box?.width, height: box?.height, style };
    }),
  );
  expect(decline).toEqual(accept);
});

test('without the box ticked there is no account', async () => {
  const page = await visitor();
  await page.goto('/join');
  await page.fill('#email', 'unticked@example.net');
  await page.fill('#password', ann.password);
  await page.fill('[name="contact.name"]', ann.name);
  await page.click('button[value=accept]');
  expect(await page.locator('.faults').innerText()).toContain(
    'There is no account without acceptance',
  );
  expect(await page.inputValue('#email')).toBe('unticked@example.net');
  expect(await page.context().cookies()).toEqual([]);
});

test('accepting makes an account, one cookie, and an answer with its sentence', async () => {
  const page = await visitor();
  await join(page);
  const answer = await answerOn(page);
  expect(answer).toMatchObject({
    permitted: true,
    sentence: '1.a.1',
    href: '/policy?lang=en#1.a.1',
  });
  const cookies = await page.context().cookies();
  expect(cookies).toMatchObject([{ name: 'market_session', httpOnly: true, sameSite: 'Lax' }]);
  await page.click(`.answer .cite`);
  expect(await page.locator('[id="1.a.1"]').isVisible()).toBe(true);
  await page.goto('/mine');
  for (const value of [ann.email, ann.name, ann.phone, ann.address]) {
    expect(await page.locator('.held').innerText()).toContain(value);
  }
});

test('logging out ends the session on the server too', async () => {
  const page = await visitor();
  await join(page, { ...ann, email: 'leaves@example.net' });
  const cookies = await page.context().cookies();
  await page.click('text=Log out');
  expect(await page.context().cookies()).toEqual([]);
  await page.context().addCookies(cookies);
  await page.goto('/mine');
  expect(new URL(page.url()).pathname).toBe('/login');
});

test('the language stays chosen: by the link for visitors, with the session for members', async () => {
  const page = await visitor();
  await page.goto('/');
  await page.click('text=中文');
  await page.click('.shelf a >> nth=0');
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  expect(await page.context().cookies()).toEqual([]);
  await page.goto('/join?lang=zh-CN');
  const reader = { ...ann, email: 'reader@example.net' };
  await apply(page, formOf(reader));
  await page.goto(await linkTo(page, reader.email));
  await page.fill('#password', ann.password);
  await page.click('main form .button');
  await page.goto('/orders');
  expect(await page.locator('h1').innerText()).toBe('您的订单');
});
