import { writeFile } from 'node:fs/promises';
import { join as pathTo } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { obstacles } from '../browser/accessible.ts';
import { enterAs } from '../operator.ts';
import { ann, join } from '../person.ts';
import { stage } from './stage.ts';

/** Three operators, a person and a court in one story: more than one browser does in the usual time. */
const LONG = 120_000;

const DAY = 24 * 3_600_000;

let passed = 0;
const clock = { now: () => Date.now() + passed };
const { visitor, market } = stage({ clock });

const dayAfter = (days: number) => new Date(clock.now() + days * DAY).toISOString().slice(0, 10);
const said = (page: Page) => page.locator('main').innerText();
const press = (page: Page) => page.click('main form .button >> nth=0');
const way = (page: Page, to: string) => page.click(`main a[href*="/desk/${to}"] >> nth=0`);

/** One who works at the desk; with scripts, for axe, which waits by timers. */
async function operator(name: string, role: 'legal' | 'data-protection'): Promise<Page> {
  const page = await visitor({ javaScriptEnabled: true });
  await enterAs(page, name, role);
  return page;
}

/** The three it takes: one who asks, and two who approve. */
const three = () =>
  Promise.all([
    operator('clerk', 'legal'),
    operator('counsel', 'legal'),
    operator('officer', 'data-protection'),
  ]);

/** What a person reads of themself: the timeline, what was disclosed, and their mail. */
async function readsOf(person: Page): Promise<string> {
  const pages: string[] = [];
  for (const path of ['/mine/history', '/mine/told', '/mine/openings']) {
    await person.goto(path);
    pages.push(await said(person));
  }
  return pages.join('\n');
}

const mailTo = (address: string) =>
  market().harbour.inbox?.received.filter(({ to }) => to === address) ?? [];

async function approves(page: Page, id: string): Promise<void> {
  await page.goto(`/console/desk/case?case=${id}`);
  await way(page, 'approve');
  await press(page);
}

const caseOn = (page: Page) => new URL(page.url()).searchParams.get('case') ?? '';

test(
  'a court’s order goes through two operators, is kept from the person while it is barred, and told when that ends',
  async () => {
    const person = await visitor();
    await join(person);
    await readsOf(person);
    const paper = pathTo(market().home, 'order.pdf');
    await writeFile(paper, 'The court orders …');
    const [clerk, counsel, officer] = await three();

    // One records it, with its document; the policy refuses, and says what is missing.
    await clerk.goto('/console/desk');
    expect(await obstacles(clerk)).toEqual([]);
    await way(clerk, 'order');
    await clerk.fill('#person', ann.email);
    await clerk.selectOption('#authority', 'Harbour-Court');
    await clerk.selectOption('#country', 'CN');
    await clerk.fill('#reference', '（2026）闽72民初113号');
    await clerk.fill('#issued', dayAfter(-1));
    await clerk.fill('#until', dayAfter(20));
    await press(clerk);
    expect(await obstacles(clerk)).toEqual([]);
    await clerk.setInputFiles('#document', paper);
    await clerk.check('[value="contact.name"]');
    await clerk.check('#bar');
    await clerk.fill('#barUntil', dayAfter(9));
    await press(clerk);
    const id = caseOn(clerk);
    expect(await said(clerk)).toContain('not verified');
    expect(await clerk.locator('.answer .because .cite').innerText()).toBe('3.c.2');
    expect(await said(clerk)).toContain('Not yet, so it counts for nothing');
    expect(await clerk.locator('a[href*="/verify"]').count()).toBe(0);
    expect(await obstacles(clerk)).toEqual([]);

    // Another verifies it with the court. Who asked cannot approve; two others do.
    await counsel.goto(`/console/desk/case?case=${id}`);
    await way(counsel, 'order/verify');
    await counsel.selectOption('#how', 'called-back');
    await press(counsel);
    expect(await said(counsel)).toContain('have two different operators approve');
    await clerk.goto(`/console/desk/approve?case=${id}`);
    expect(await said(clerk)).toContain('you opened it, and whoever asks never approves');
    await clerk.goto(`/console/desk/deliver?case=${id}`);
    await press(clerk);
    expect(await clerk.locator('h1').innerText()).toBe('Nothing was handed over');
    await approves(counsel, id);
    expect(await said(counsel)).toContain('1 of 2');
    await approves(officer, id);
    expect(await said(officer)).toContain('2 of 2');
    expect(await obstacles(officer)).toEqual([]);

    // One of them looks at it, for which they have to handle it; and hands it over.
    await officer.click('form[action$="/take"] button');
    await officer.click('form[action$="/look"] button');
    expect(await said(officer)).toContain(ann.name);
    await officer.goto(`/console/desk/deliver?case=${id}`);
    await press(officer);
    expect(await officer.locator('.answer .because .cite').innerText()).toBe('3.c.1');
    expect(await said(officer)).not.toContain(ann.name);
    expect(await obstacles(officer)).toEqual([]);
    const link = await officer.locator('[data-link]').innerText();
    const code = await officer.locator('[data-code]').innerText();

    // The court takes it up once: not by the link alone, and nobody does a second time.
    const court = await visitor({ javaScriptEnabled: true });
    await court.goto(link);
    await court.fill('#code', 'aaaa-bbbb-cccc');
    await press(court);
    expect(await said(court)).toContain('not the code for this link');
    expect(await obstacles(court)).toEqual([]);
    await court.fill('#code', code);
    await press(court);
    expect(await said(court)).toContain(ann.name);
    expect(await obstacles(court)).toEqual([]);
    await press(court);
    expect(await said(court)).toContain(ann.name);
    const second = await visitor();
    await second.goto(link);
    await second.fill('#code', code);
    await press(second);
    expect(await second.locator('h1').innerText()).toBe('It was taken up already');

    // While the bar stands the person reads nothing of it, anywhere.
    const { avow } = market().harbour;
    const mails = mailTo(ann.email).length;
    passed += 8 * DAY;
    await avow.desk.tidy();
    await avow.desk.send();
    const barred = await readsOf(person);
    for (const word of ['Harbour Court', 'to obey the law', 'Order of an authority', 'Law or an']) {
      expect(barred).not.toContain(word);
    }
    expect(barred).toContain('Nothing of yours was disclosed');
    expect(mailTo(ann.email)).toHaveLength(mails);

    // When it ends they are told: in the centre, with who looked, and by mail.
    passed += 3 * DAY;
    await avow.desk.tidy();
    await avow.desk.send();
    const known = await readsOf(person);
    for (const word of [
      'Law or an authority asked for it',
      'Harbour Court',
      'barred us',
      'our staff',
    ]) {
      expect(known).toContain(word);
    }
    expect(mailTo(ann.email)).toHaveLength(mails + 1);
    const inbox = await visitor();
    await inbox.goto('/inbox');
    const letter = inbox.locator('article').first();
    expect(await letter.innerText()).toContain('some of your information was disclosed');
    expect(await letter.innerText()).not.toContain('Court');
    const told = await visitor({ javaScriptEnabled: true });
    await told.context().addCookies(await person.context().cookies());
    await told.goto((await letter.locator('a').getAttribute('href')) ?? '');
    expect(await told.locator('h1').innerText()).toBe(
      'What was disclosed at the request of others',
    );
    expect(await obstacles(told)).toEqual([]);

    // Once its time is over the court reads no more, nobody approves, and anybody counts it.
    passed += 10 * DAY;
    await press(court);
    expect(await said(court)).not.toContain(ann.name);
    await officer.goto(`/console/desk/approve?case=${id}`);
    expect(await said(officer)).toContain('the time of this case is over');
    await second.goto('/bases');
    expect(await said(second)).toContain('Law (3.c)');
  },
  LONG,
);

test(
  'a duty in law is registered once, and used about one person when two agree',
  async () => {
    const person = await visitor();
    const lan = { ...ann, email: 'lan@example.net' };
    await join(person, lan);
    const [clerk, counsel, officer] = await three();
    await clerk.goto('/console/desk/statutes/register');
    await clerk.fill('#law', 'E-Commerce Law');
    await clerk.fill('#article', '28');
    await clerk.selectOption('#country', 'CN');
    await clerk.selectOption('#party', 'Revenue-Office');
    await clerk.check('[value="contact.name"]');
    await clerk.check('[value="contact.address"]');
    expect(await obstacles(clerk)).toEqual([]);
    await press(clerk);
    expect(await said(clerk)).toContain('article 28');
    expect(await obstacles(clerk)).toEqual([]);

    await way(clerk, 'statutes/use');
    await clerk.fill('#person', 'nobody@example.net');
    await press(clerk);
    expect(await said(clerk)).toContain('Nobody is here under this number or address');
    await clerk.fill('#person', lan.email);
    await clerk.check('[value="contact.name"]');
    expect(await obstacles(clerk)).toEqual([]);
    await press(clerk);
    const id = caseOn(clerk);
    for (const page of [counsel, officer]) await approves(page, id);
    await clerk.goto(`/console/desk/deliver?case=${id}`);
    await press(clerk);
    expect(await clerk.locator('.answer .because .cite').innerText()).toBe('3.c.1');

    // Told in the same moment; and a case that is closed opens no more.
    await market().harbour.avow.desk.send();
    expect(await readsOf(person)).toContain('Revenue Office');
    expect(mailTo(lan.email)[0]?.subject).toContain('some of your information was disclosed');
    await clerk.goto(`/console/desk/close?case=${id}`);
    await press(clerk);
    expect(await said(clerk)).toContain('It is closed.');
    await counsel.goto(`/console/desk/approve?case=${id}`);
    expect(await said(counsel)).toContain('this case is over');
  },
  LONG,
);
