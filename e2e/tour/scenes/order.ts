import { writeFile } from 'node:fs/promises';
import { join as pathTo } from 'node:path';
import type { Page } from 'playwright-core';
import { enterAs } from '../../operator.ts';
import { ann, join } from '../../person.ts';
import type { Cast } from '../look.ts';
import type { Visitor } from '../visitor.ts';

const DAY = 24 * 3_600_000;
const dayAfter = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
const button = 'main form .button >> nth=0';
const way = (page: Page, to: string) => page.click(`main a[href*="/desk/${to}"] >> nth=0`);

/** The order of a court goes over the desk, and the court takes up by a link what it is handed. */
export async function order({ come, market }: Cast): Promise<void> {
  const who = { ...ann, email: 'ordered@example.net' };
  const [person, clerk, counsel, officer] = [
    await come(),
    await come(),
    await come(),
    await come(),
  ];
  await join(person.page, who);
  await enterAs(clerk.page, 'scene.clerk', 'legal');
  await enterAs(counsel.page, 'scene.counsel', 'legal');
  await enterAs(officer.page, 'scene.officer', 'data-protection');
  const id = await recorded(clerk, who.email, pathTo(market().home, 'order.pdf'));
  const at = `/console/desk/case?case=${id}`;
  await counsel.page.goto(at);
  await way(counsel.page, 'order/verify');
  await counsel.stop('desk-verify');
  await counsel.page.selectOption('#how', 'called-back');
  await counsel.press(button, 'desk-verified');
  for (const { page } of [counsel, officer]) {
    await page.goto(at);
    await way(page, 'approve');
    await page.click(button);
  }
  await officer.stop('desk-approved');
  await officer.visit('/console/desk?kind=law', 'desk-some');
  await officer.page.goto(at);
  await officer.page.click('form[action$="/take"] button');
  await officer.press('form[action$="/look"] button', 'desk-look');
  await officer.visit(`/console/desk/deliver?case=${id}`, 'desk-deliver');
  await officer.press(button, 'desk-delivered');
  const link = await officer.page.locator('[data-link]').innerText();
  const code = await officer.page.locator('[data-code]').innerText();
  await takenUp(await come(), link, code);
  await person.visit('/mine/told', 'told');
}

/** Records the order with its document; answers the case that it is. */
async function recorded({ page, stop, press }: Visitor, email: string, paper: string) {
  await writeFile(paper, 'The court orders …');
  await page.goto('/console/desk');
  await way(page, 'order');
  await stop('desk-order');
  await page.fill('#person', email);
  await page.selectOption('#authority', 'Harbour-Court');
  await page.selectOption('#country', 'CN');
  await page.fill('#reference', '（2026）闽72民初113号');
  await page.fill('#issued', dayAfter(-1));
  await page.fill('#until', dayAfter(20));
  await press(button, 'desk-order-wrong');
  await page.setInputFiles('#document', paper);
  await page.check('[value="contact.name"]');
  await press(button, 'desk-case');
  return new URL(page.url()).searchParams.get('case') ?? '';
}

async function takenUp(court: Visitor, link: string, code: string): Promise<void> {
  await court.visit(link, 'portal');
  await court.page.fill('#code', 'aaaa-bbbb-cccc');
  await court.press(button, 'portal-wrong');
  await court.page.fill('#code', code);
  await court.press(button, 'portal-shown');
  await court.page.goto(link);
  await court.page.fill('#code', code);
  await court.press(button, 'portal-over');
}
