import { describe, expect, test } from 'vitest';
import { definePolicy, readPolicy, render, sayRule, sentencesOf } from '../src/index.ts';
import { shop, source } from './shop.ts';

describe('render', () => {
  test('every sentence is an anchor with its text, in each language, and there are no scripts', () => {
    for (const language of ['en', 'zh-CN'] as const) {
      const html = render(shop, { language, format: 'html', page: {} });
      for (const { id, text } of sentencesOf(shop)) {
        expect(html).toContain(
          `<div class="sentence" id="${id}">\n<a class="sentence-number" href="#${id}">${id}</a><p>${text[language]}</p>`,
        );
      }
      expect(html).toContain(`<html lang="${language}">`);
      expect(html).not.toMatch(/<script|<style|javascript:|\son\w+=/);
    }
  });

  test('ids stand once', () => {
    const ids = [
      ...render(shop, { language: 'en', format: 'html' }).matchAll(/ id="([^"]*)"/g),
    ].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('a text is words, whatever it looks like', () => {
    const copy = JSON.parse(JSON.stringify(shop));
    copy.clauses[0].sentences[1].text.en = '<script>alert("1 & 2")</script> | *x*\n# y';
    const policy = readPolicy(copy);
    expect(render(policy, { language: 'en', format: 'html' })).toContain(
      '<p>&lt;script&gt;alert(&quot;1 &amp; 2&quot;)&lt;/script&gt; | *x*\n# y</p>',
    );
    expect(render(policy, { language: 'en', format: 'markdown' })).toContain(
      '**P.2** \\<script\\>alert("1 & 2")\\</script\\> \\| \\*x\\* \\# y',
    );
  });

  test('a word is not broken behind one letter, and is the same to whoever copies it', () => {
    const copy = JSON.parse(JSON.stringify(shop));
    copy.clauses[0].sentences[1].text.en = 'An e-mail, not a well-kept one; & X-rays.';
    const policy = readPolicy(copy);
    const html = render(policy, { language: 'en', format: 'html' });
    const [, said = ''] = /<p>(An .*?)<\/p>/.exec(html) ?? [];
    expect(said).toContain('<span class="whole">e-mail</span>');
    expect(said).toContain('<span class="whole">X-rays</span>');
    expect(said).toContain(' well-kept ');
    expect(said.replace(/<[^>]+>/g, '')).toBe('An e-mail, not a well-kept one; &amp; X-rays.');
    expect(render(policy, { language: 'en', format: 'markdown' })).toContain('An e-mail, not');
  });

  test('marks stand beside the text, only of the laws asked for', () => {
    const beside =
      '<p class="sentence-mark mark-your-decision-needed"><strong>GDPR: your decision needed</strong> Marketing may want consent.</p>';
    expect(render(shop, { language: 'en', format: 'html' })).toContain(beside);
    expect(render(shop, { language: 'en', format: 'html', profiles: [] })).not.toContain(
      'sentence-mark',
    );
  });

  test('the Supplement stands visibly apart', () => {
    expect(render(shop, { language: 'en', format: 'html' })).toContain(
      '<section class="part part-separate" id="part-S">\n<h2>Supplement</h2>\n<p class="part-note">',
    );
  });

  test('says who can access what and when it is disclosed, from the rules', () => {
    const markdown = render(shop, { language: 'en', format: 'markdown' });
    expect(markdown.slice(markdown.indexOf('## Who can access it'))).toBe(
      [
        '## Who can access it',
        '',
        '| Who | What | Sentence |',
        '| --- | --- | --- |',
        '| you | any information | [S.1.1](#S.1.1) |',
        '| us | any information | [2.b.1](#2.b.1) |',
        '| the carrier | contact details | [2.a.2](#2.a.2) |',
        '| unrelated third parties | any information | [2.a.1](#2.a.1) |',
        '',
        '## When it is disclosed',
        '',
        '| Who | What | What for | When | Sentence |',
        '| --- | --- | --- | --- | --- |',
        '| unrelated third parties | contact details, interests | marketing | if you have permitted just this, unless you have refused | [2.a.1](#2.a.1) |',
        '| the carrier | contact details | fulfilment | if you have accepted the agreement and the party serves you now | [2.a.2](#2.a.2) |',
        '',
      ].join('\n'),
    );
    expect(render(shop, { language: 'zh-CN', format: 'markdown' })).toContain(
      '| 无关第三方 | 联系方式、兴趣 | 营销 | 当您已专门许可时，除非您已拒绝 | [2.a.1](#2.a.1) |',
    );
  });

  test('without a title, the name heads the page', () => {
    const { title: _, ...untitled } = source;
    const html = render(definePolicy(untitled), { language: 'en', format: 'html', page: {} });
    expect(html).toContain('<h1>shop</h1>');
  });

  test('a language that the policy lacks is a fault', () => {
    const act = () => render(shop, { language: 'fr', format: 'html' });
    expect(act).toThrow(expect.objectContaining({ code: 'AVOW_UNKNOWN_LANGUAGE' }));
  });
});

describe('sayRule', () => {
  const [rule] = sentencesOf(shop)
    .flatMap((sentence) => sentence.backings)
    .flatMap((one) => (one.kind === 'permit' && one.recipients.includes('carrier') ? [one] : []));
  if (rule === undefined) throw new Error('the shop has a rule for carriers');

  test('says the act and its condition, in each language', () => {
    expect(sayRule(rule, shop, 'en')).toEqual({
      act: 'provide contact details (recipient: the carrier; purpose: fulfilment)',
      condition: 'if you have accepted the agreement and the party serves you now',
    });
    expect(sayRule(rule, shop, 'zh-CN')).toEqual({
      act: '提供联系方式（接收方：承运人；目的：履约）',
      condition: '当您已接受协议且该方正在为您服务时',
    });
  });

  test('groups what is nested, and says when there is no condition', () => {
    const alone = { all: [{ fact: 'serving' }, { not: { fact: 'refused' } }] };
    const condition = { any: [{ fact: 'self' }, alone] };
    expect(sayRule({ ...rule, condition }, shop, 'en').condition).toBe(
      'if (you ask yourself or (the party serves you now and it is not so that you have refused))',
    );
    expect(sayRule({ ...rule, condition: { all: [] } }, shop, 'zh-CN').condition).toBe('任何情形');
  });
});
