import { describe, expect, it } from 'vitest';
import { member, place } from './place.ts';

describe('a copy', () => {
  it('as JSON has what is held, the agreement, the choices and the whole history', async () => {
    const { avow, post } = await place();
    const person = await member(avow);
    await post('/choices', { matter: 'partner', answer: 'allow' }, person);
    const answer = await post('/take', { format: 'json' }, person);
    expect(answer.headers.get('content-disposition')).toContain('my-data.json');
    const copy = JSON.parse(await answer.text());
    expect(copy).toMatchObject({ person, sentence: 'S.2.1', agreement: { state: 'accepted' } });
    const held = { category: 'contact.email', value: 'mei@example.com', source: 'person' };
    expect(copy.held).toContainEqual(expect.objectContaining(held));
    expect(copy.choices).toMatchObject([{ state: 'given', party: 'acme-ads' }]);
    expect(copy.history.at(-1)).toMatchObject({ kind: 'evidence', evidence: 'subject' });
    expect(Date.parse(copy.at)).not.toBeNaN();
  });

  it('as CSV opens in a spreadsheet, quotes what must be, and runs nothing', async () => {
    const { avow, post } = await place();
    const person = await member(avow, {
      'contact.name': 'Mei "Lin",\nof the quay',
      'contact.phone': '+86 138 0571 2210',
      'contact.email': '=cmd|calc!A1',
    });
    const answer = await post('/take', { format: 'csv' }, person);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain('"contact.name","name","Mei ""Lin"",\nof the quay","person"');
    expect(text).toContain(`"'+86 138 0571 2210"`);
    expect(text).toContain(`"'=cmd|calc!A1"`);
    expect(text.endsWith('\r\n')).toBe(true);
  });

  it.each(['=1', '+1', '-1', '@a', '\t=1', '＝1', '＋1', '－1', '＠a'])(
    'does not hand %o to a spreadsheet as a formula',
    async (value) => {
      const { asCsv } = await import('../src/export/csv.ts');
      const columns = {
        category: 'c',
        name: 'n',
        value: 'v',
        source: 's',
        collected: 't',
        expires: 'e',
      };
      const held = [
        { category: 'contact.name', value, source: 'person', collected: 0, expires: 0 },
      ];
      let text = '';
      for await (const part of asCsv(held, columns, (name) => name)) text += part;
      expect(text).toContain(`"'${value}"`);
    },
  );

  it('comes in no other form', async () => {
    const { avow, post } = await place();
    expect((await post('/take', { format: 'exe' }, await member(avow))).status).toBe(400);
  });
});
