import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { bundle } from '../../../scripts/browser/bundle.ts';
import { script } from '../src/check/script.ts';
import { marked, spoken } from '../src/check/words.ts';
import { checkReceipt } from '../src/index.ts';
import { program } from '../src/web/elsewhere.ts';
import { wordsIn } from '../src/words/index.ts';
import { member, place, receiptOn } from './place.ts';

let text: string;
let vkey: string;
let checkpoint: string;
let promised: string;
let closing: (() => Promise<void>) | undefined;

/** A receipt with its proof, one with a promise alone, and what the log publishes. */
async function receipts() {
  const { avow, get } = await place({}, (close) => {
    closing = close;
  });
  const person = await member(avow);
  const used = await avow.act('use', { person, purpose: 'account', categories: ['contact.name'] });
  const early = await avow.openReceipt({ person, entry: used.entry });
  text = receiptOn(await (await get(`/history/${used.entry}`, person)).text());
  ({ vkey } = avow.log);
  checkpoint = await avow.log.checkpoint();
  promised = JSON.stringify(early.permitted ? { ...early.value, proof: undefined } : {});
}

describe('a receipt', () => {
  beforeAll(receipts);
  afterAll(() => closing?.());

  it('is right, step by step, against what the log publishes', async () => {
    const checked = await checkReceipt({ text, vkey, checkpoint });
    expect(checked.verdict).toBe('right');
    expect(checked.steps.map(({ name, state }) => [name, state])).toEqual([
      ['leaf', 'passed'],
      ['path', 'passed'],
      ['signature', 'passed'],
      ['log', 'passed'],
      ['key', 'passed'],
      ['opening', 'passed'],
    ]);
    // Each step of the way takes what the last one made; what the whole way makes is the root.
    const { folds = [], said = [] } = checked.steps[1] ?? {};
    const made = [checked.steps[0]?.said[0], ...folds.map(({ makes }) => makes)];
    expect(folds.map((fold) => fold[fold.own])).toEqual(made.slice(0, -1));
    expect([folds.length > 0, made.at(-1)]).toEqual([true, said[2]]);
  });

  it('is waiting while the log has only promised it', async () => {
    expect((await checkReceipt({ text: promised, vkey, checkpoint })).verdict).toBe('waiting');
  });

  it('says of what could not be had that it was not checked', async () => {
    const { verdict, steps } = await checkReceipt({ text });
    expect(verdict).toBe('right');
    const unknown = steps.filter(({ state }) => state === 'unknown').map(({ name }) => name);
    expect(unknown).toEqual(['log', 'key']);
  });

  it('does not hold after a change of any one byte of it', async () => {
    const receipt = JSON.parse(text);
    const root = receipt.proof.split('\n\n')[1].split('\n')[2];
    const body = Buffer.from(receipt.body, 'base64');
    for (let at = 0; at < body.length; at += 7) {
      const altered = Buffer.from(body);
      altered[at] = (altered[at] ?? 0) ^ 1;
      const changed = { ...receipt, body: altered.toString('base64') };
      const { verdict, steps } = await checkReceipt({
        text: JSON.stringify(changed),
        vkey,
        checkpoint,
      });
      expect([at, verdict]).toEqual([at, 'wrong']);
      const path = steps.find(({ name }) => name === 'path');
      expect([path?.state, path?.folds?.at(-1)?.makes === root]).toEqual(['failed', false]);
    }
  });

  it.each([
    ['path', { proof: (proof: string) => proof.replace(/index \d+/, 'index 0') }],
    [
      'signature',
      { proof: (proof: string) => proof.replace(/\n(\d+)\n([\w+/]{43}=)\n\n/, '\n9$1\n$2\n\n') },
    ],
    ['key', { vkey: (key: string) => key.replace(/^[^+]+/, 'elsewhere.example/log') }],
    ['opening', { opening: (opening: object) => ({ ...opening, person: 'somebody-else' }) }],
    ['opening', { opening: (opening: object) => ({ ...opening, at: 1 }) }],
    ['opening', { entry: () => 'another-entry' }],
  ] as const)('does not hold at “%s” where that was changed', async (step, change) => {
    const receipt = JSON.parse(text);
    for (const [name, to] of Object.entries(change))
      receipt[name] = (to as (was: unknown) => unknown)(receipt[name]);
    const { verdict, steps } = await checkReceipt({
      text: JSON.stringify(receipt),
      vkey,
      checkpoint,
    });
    expect(verdict).toBe('wrong');
    expect(steps.find(({ name }) => name === step)?.state).toBe('failed');
  });

  it('does not hold against a log that went another way, or is younger than the receipt', async () => {
    const { avow } = await place();
    await member(avow);
    const other = { vkey, checkpoint: await avow.log.flush() };
    const { verdict, steps } = await checkReceipt({ text, ...other });
    expect(verdict).toBe('wrong');
    expect(steps.find(({ name }) => name === 'log')?.state).toBe('failed');
  });

  it.each(['', '{', 'null', '[]', '"text"', '{"entry":1}', '{"entry":"a","body":"%","vkey":"k"}'])(
    'is none if it is %o',
    async (given) => {
      expect((await checkReceipt({ text: given })).verdict).toBe('no-receipt');
    },
  );

  it('is checked by whoever runs what the page says, and by nothing of ours but the verifier', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'avow-check-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    symlinkSync(join(import.meta.dirname, '../../../node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'check.mjs'), program);
    writeFileSync(join(folder, 'receipt.json'), text);
    const run = [join(folder, 'check.mjs'), 'receipt.json', vkey];
    const said = execFileSync(process.execPath, run, { cwd: folder, encoding: 'utf8' });
    expect(said).toContain('ok: true');
  });
});

describe('the element in the browser', () => {
  it('is the one that its source makes', async () => {
    expect(script).toBe(await bundle());
  });

  it('says what the page says', () => {
    const { check } = wordsIn('en');
    const again = spoken(JSON.parse(JSON.stringify(marked(check))));
    expect(again.right).toBe(check.right);
    expect(again.steps.pathSaid('1', '$&', '{1}')).toBe(check.steps.pathSaid('1', '$&', '{1}'));
  });
});
