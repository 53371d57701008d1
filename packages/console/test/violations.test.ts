import { createHash } from 'node:crypto';
import { asPartyId } from 'avow';
import { expect, it } from 'vitest';
import type { Role } from '../src/index.ts';
import { place } from './place.ts';

const insurer = asPartyId('insurer');
const finding = 'Finding 2026-7';
const digest = createHash('sha256').update(finding).digest('hex');
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The last moment of a day. */
const endOf = (text: string) => Date.parse(text) + 86_400_000;

/** A user, a third party, and forms that carry a document. */
async function room() {
  const room = await place();
  const { avow, app } = room;
  for (const kind of ['service-agreement', 'site-rules'] as const) {
    const texts = { en: 'Terms.', 'zh-CN': '条款。' };
    await avow.documents.publish({ kind, version: '1', texts });
  }
  const { person } = await avow.subjects.create({ country: 'CN' });
  await avow.agreement.accept({ person, language: 'en' });
  await avow.parties.engage({
    ...{ party: insurer, as: 'thirdParty', purposes: ['rules.violation'], country: 'CN' },
    categories: ['contact.name'],
  });
  const origin = 'http://room.test';
  async function send(path: string, fields: Readonly<Record<string, string | Blob>>, role: Role) {
    const body = new FormData();
    const once = crypto.randomUUID();
    for (const [name, value] of Object.entries({ once, ...fields })) body.set(name, value);
    const headers = { origin, 'x-role': role };
    const answer = await app.request(`${origin}${path}`, { method: 'POST', headers, body });
    const to = new URL(answer.headers.get('location') ?? '/', origin);
    return { status: answer.status, to, text: await answer.text() };
  }
  const record = (more: Readonly<Record<string, string | Blob>> = {}, role: Role = 'legal') =>
    send(
      '/violations/record',
      {
        ...{ person, rule: 'sell-only-what-is-yours', happened: day(-1), thirdParty: insurer },
        ...{ reason: 'It was not theirs to sell.', document: new Blob([finding]), ...more },
      },
      role,
    );
  const page = async (violation: string, role: Role = 'legal') =>
    (await room.get(`/violations/one?violation=${violation}`, role)).text();
  return { ...room, person, send, record, page };
}

it('records a violation with the document that shows it; another upholds it, and a case tells the third party', async () => {
  const { avow, person, operators, send, record, page, get } = await room();
  const { status, to } = await record();
  const violation = to.searchParams.get('violation') ?? '';
  expect([status, to.searchParams.get('done')]).toEqual([303, 'recorded']);
  const evidence = { document: digest, verifiedBy: operators.legal };
  expect(await avow.registers.violations.get(violation)).toMatchObject({
    ...{ person, thirdParty: insurer, state: 'open', by: operators.legal, evidence },
  });
  const shown = await page(violation);
  expect(shown).toContain(digest);
  expect(shown).not.toContain('/violations/case?');

  // While nobody has upheld it there is no case to open on it, however the form is sent.
  const opening = { violation, categories: 'contact.name', expires: day(30) };
  const early = await send('/violations/case', opening, 'legal');
  expect([early.status, early.text]).toEqual([409, expect.stringContaining('upheld first')]);
  await send('/violations/decide', { violation, decision: 'uphold' }, 'data-protection');
  expect(await page(violation)).toContain(`/violations/case?violation=${violation}`);
  const form = await (await get(`/violations/case?violation=${violation}`, 'legal')).text();
  expect([form.includes('id="expires"'), form.includes('value="contact.name"')]).toEqual([
    true,
    true,
  ]);
  const bad = { ...opening, categories: 'activity', expires: day(-2) };
  const wrong = await send('/violations/case', bad, 'legal');
  expect(wrong.status).toBe(422);
  for (const at of ['categories', 'expires']) expect(wrong.text).toContain(`href="#${at}"`);
  const opened = await send('/violations/case', opening, 'legal');
  expect([opened.status, opened.to.pathname]).toEqual([303, '/console/desk/case']);
  const found = await avow.desk.cases.get((opened.to.searchParams.get('case') ?? '') as never);
  expect(found).toMatchObject({
    ...{ type: 'violation', person, evidence: violation, to: { party: insurer } },
    ...{ categories: ['contact.name'], expires: endOf(opening.expires) },
  });

  // A measure may end by itself, and says when; one that ended before it began is none.
  const measure = { violation, what: 'no-listings', until: day(14) };
  const past = await send('/violations/measure', { ...measure, until: day(-3) }, 'legal');
  expect([past.status, past.text]).toEqual([422, expect.stringContaining('id="until-error"')]);
  const spaced = await send('/violations/measure', { ...measure, what: 'no listings' }, 'legal');
  expect([spaced.status, spaced.text]).toEqual([422, expect.stringContaining('id="what-error"')]);
  expect((await send('/violations/measure', measure, 'legal')).status).toBe(303);
  const [taken] = (await avow.registers.violations.get(violation))?.measures ?? [];
  expect(taken).toMatchObject({ what: 'no-listings', until: endOf(measure.until) });

  // Whoever recorded it, and so looked at the document, hears no appeal; the person makes one as ever.
  await avow.registers.violations.appeal({ violation, person, text: 'It was mine.' });
  expect(await page(violation)).toContain('heard by somebody else');
  const own = avow.registers.violations.dismiss({ violation, by: operators.legal });
  await expect(own).rejects.toMatchObject({ code: 'AVOW_STATE', field: 'by' });
});

it('says all that is wrong at once, and takes no word for a document', async () => {
  const { avow, person, operators, record, send } = await room();
  const bad = {
    person: 'nobody',
    rule: 'two words',
    happened: day(3),
    reason: '',
    thirdParty: 'x',
  };
  const { status, text } = await record({ ...bad, document: new Blob([]) });
  expect(status).toBe(422);
  for (const at of [...Object.keys(bad), 'document']) expect(text).toContain(`href="#${at}"`);
  expect((await record({ person: operators.legal })).text).toContain('a violation of your own');
  await avow.desk.staff.dismiss({ operator: operators.legal });
  expect((await record()).status).toBe(409);
  expect(await avow.registers.violations.against(person)).toEqual([]);
  const nowhere = await send('/violations/case', { violation: 'x' }, 'legal');
  expect(nowhere.status).toBe(404);

  // The library asks the same of whoever looked at the document.
  const { 'data-protection': other } = operators;
  const what = { person, rule: 'r', happened: Date.now() - 1, reason: 'x', by: other };
  const by = (verifiedBy: typeof person, document = digest) =>
    avow.registers.violations.record({ ...what, evidence: { document, verifiedBy } });
  await expect(by(operators.legal)).rejects.toMatchObject({ field: 'evidence.verifiedBy' });
  await expect(by(other, 'seen')).rejects.toMatchObject({ field: 'evidence.document' });
});
