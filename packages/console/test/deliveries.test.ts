import { createHash } from 'node:crypto';
import { asPartyId } from 'avow';
import { describe, expect, it } from 'vitest';
import { onceOn, place } from './place.ts';

const panel = asPartyId('panel');
const document = createHash('sha256').update('opt-in of 2025-11-02').digest('base64url');

describe('deliveries', () => {
  it('are listed with their source and how far each has come, and each rejected line with its reason', async () => {
    const { avow, get } = await place();
    const read = async (path: string) => (await get(path, 'auditor')).text();
    expect(await read('/imports')).toContain('No partner has delivered anything');
    const { engagement } = await avow.parties.engage({
      ...{ party: panel, as: 'marketingPartner', country: 'CN', means: 'opt-in, on paper' },
      ...{ purposes: ['service.personal'], categories: ['partner.profile'] },
    });
    const begun = await avow.imports.begin({
      ...{ party: panel, engagement, evidence: { document }, format: 'ndjson' },
      ...{ match: 'contact.email', map: { email: 'contact.email', likes: 'partner.profile' } },
    });
    const line = (at: number) => `{"email":"p${at}@example.com","likes":"boats"}\n`;
    async function* delivery() {
      for (let at = 0; at < 120; at += 1) yield at === 3 ? '{"email":\n' : line(at);
    }
    await avow.imports.rows(begun.import, delivery());

    const list = await read('/imports');
    expect(list).toContain('panel');
    expect(list).toContain('>120<');
    const one = `/imports/one?import=${encodeURIComponent(begun.import)}`;
    const page = await read(one);
    for (const said of [document, 'nobody here has this value', 'Cannot be read as a row']) {
      expect(page.toLowerCase()).toContain(said.toLowerCase());
    }
    // Neither what stood in a line nor whom it was about.
    expect(page).not.toMatch(/example\.com|boats/);
    const [, next = ''] = /rel="next" href="\/console([^"]+)"/.exec(page) ?? [];
    expect(await read(next.replaceAll('&amp;', '&'))).toContain('>120<');
    expect(await read(`/imports?party=${panel}&lang=zh-CN`)).toContain('已完成');
    expect((await get('/imports/one?import=none', 'auditor')).status).toBe(404);
  });
});

it('deliveries are ended where they are, by those who may, and once', async () => {
  const { avow, get, post, operators } = await place();
  const { engagement } = await avow.parties.engage({
    ...{ party: panel, as: 'marketingPartner', country: 'CN', means: 'opt-in, on paper' },
    ...{ purposes: ['service.personal'], categories: ['partner.profile'] },
  });
  const { import: id } = await avow.imports.begin({
    ...{ party: panel, engagement, evidence: { document }, format: 'ndjson' },
    ...{ match: 'contact.email', map: { email: 'contact.email', likes: 'partner.profile' } },
  });
  const one = `/imports/one?import=${id}`;
  expect(await (await get(one, 'legal')).text()).toContain(`/imports/cancel?import=${id}`);
  expect(await (await get(one, 'auditor')).text()).not.toContain('/imports/cancel');
  const form = await (await get(`/imports/cancel?import=${id}`, 'legal')).text();
  expect(form).toContain('no further line');
  const fields = { import: id, once: onceOn(form) };
  expect((await post('/imports/cancel', { ...fields, import: 'none' }, 'legal')).status).toBe(404);
  expect((await post('/imports/cancel', fields, 'legal')).headers.get('location')).toContain(
    'done=cancelled',
  );
  expect(await avow.imports.get(id)).toMatchObject({ state: 'cancelled' });
  const [deed] = await avow.desk.deeds();
  expect(deed).toMatchObject({ by: operators.legal, evidence: 'import', state: 'cancelled' });
  const line = async function* () {
    yield '{"email":"p@example.com","likes":"boats"}\n';
  };
  await expect(avow.imports.rows(id, line())).rejects.toMatchObject({ code: 'AVOW_STATE' });
  // Sent again it is done already; another form finds it over.
  expect((await post('/imports/cancel', fields, 'legal')).status).toBe(303);
  const again = { import: id, once: crypto.randomUUID() };
  expect((await post('/imports/cancel', again, 'legal')).status).toBe(409);
  expect((await get(`/imports/cancel?import=${id}`, 'legal')).status).toBe(409);
});

describe('transfers', () => {
  it('stand with their mechanisms and by the sentences that decided them', async () => {
    const { avow, get } = await place();
    const read = async () => (await get('/transfers', 'auditor')).text();
    expect(await read()).toContain('nothing may leave');
    const scope = { purposes: ['marketing.partner'], categories: ['contact.name'] } as const;
    await avow.mechanisms.register({
      ...{ kind: 'contract', origin: 'CN', destination: 'DE', party: panel, ...scope },
      document: 'a'.repeat(64),
    });
    const page = await read();
    for (const said of ['Standard contract', 'China → Germany', 'in force', '#4.']) {
      expect(page).toContain(said);
    }
  });
});
