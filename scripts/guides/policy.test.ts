import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Application, application } from './application.ts';
import { example, printsOf } from './block.ts';

const page = 'docs/guides/policy.md';
const first = 'docs/guides/first-decision.md';

/** Puts something where the guide says; what it is put at has to be there. */
function change({ folder }: Application, file: string, at: string, to: string): void {
  const text = readFileSync(join(folder, file), 'utf8');
  expect(text).toContain(at);
  writeFileSync(join(folder, file), text.replace(at, to));
}

test('the first decision is the one that the guide prints', async () => {
  const app = application();
  app.write('package.json', '{ "type": "module" }');
  expect(await app.type(example(first, 'init'))).toContain('10 of 10 accounted for');
  const program = example(first, 'decide');
  app.write('decide.js', program);
  const printed = await app.type('node --no-warnings decide.js');
  expect(printed.trim().split('\n')).toEqual(printsOf(program));
  expect(await app.type(example(first, 'look'))).toMatch(/^Everything holds[\s\S]*All is well/);
}, 120_000);

test('a sentence of one’s own is accounted for, proven, tested, and answers', async () => {
  const app = application();
  await app.type('npx avow init policy');
  cpSync(join(app.folder, 'policy'), join(app.folder, 'before'), { recursive: true });

  change(app, 'policy/words.ts', '  purposes: {\n', `  purposes: {\n${example(page, 'purpose')}`);
  expect(await app.type('npx avow check policy')).toMatch(/warning.*repair/);
  app.write('policy/repairs.ts', example(page, 'clause'));
  change(app, 'policy/index.ts', '  clauses,\n', example(page, 'index'));
  change(
    app,
    'policy/index.ts',
    'import { words }',
    "import { repairs } from './repairs.ts';\nimport { words }",
  );
  const tested = await app.type('npm test --prefix policy');
  expect(tested).toContain('11 of 11 accounted for');
  expect(tested).toMatch(/fail 0/);
  expect(await app.type(example(page, 'explain'))).toMatch(/^Refused: use postal address/);
  expect(await app.type(example(page, 'diff'))).toContain('repair');

  const { code, stdout } = await app.type(example(page, 'broken')).catch((fault) => fault);
  expect(code).toBe(1);
  expect(stdout).toMatch(/1\.b\.1 +broken/);
}, 120_000);

test('a policy has every text of its languages and no other', async () => {
  const app = application();
  for (const lang of ['zh-CN', 'en,zh-CN']) {
    const folder = `policy-${lang}`;
    await app.type(`npx avow init ${folder} --lang ${lang}`);
    const checked = await app.type(`npx avow check ${folder} --fail-on warning --json`);
    expect(JSON.parse(checked)).toMatchObject({ languages: lang.split(','), findings: [] });
    const texts = ['words.ts', 'clauses.ts', 'index.ts']
      .map((file) => readFileSync(join(app.folder, folder, file), 'utf8'))
      .join('\n');
    expect(/\ben:/.test(texts)).toBe(lang.includes('en'));
  }
  await app.type('npx avow init policy && tsc -p policy');
  const english = readFileSync(join(app.folder, 'policy/clauses.ts'), 'utf8');
  expect(english).not.toMatch(/\p{Script=Han}|zh-CN/u);
}, 120_000);

test('nothing is ever overwritten', async () => {
  const app = application();
  app.write('policy/words.ts', 'mine');
  const { code, stderr } = await app.type('npx avow init policy').catch((fault) => fault);
  expect(code).toBe(2);
  expect(stderr).toContain('"policy" has words.ts already. Nothing was written.');
  expect(await app.type('ls policy; cat policy/words.ts')).toBe('words.ts\nmine');
}, 120_000);

test('a word that the policy lacks does not compile, and the compiler lists those that there are', async () => {
  const app = application();
  app.write('package.json', '{ "type": "module" }');
  await app.type('npx avow init policy');
  const program = example(first, 'decide').replace("purpose: 'newsletter'", "purpose: 'newsleter'");
  app.write('decide.ts', program);
  const words = '--noEmit --strict --skipLibCheck --module nodenext --target es2024 --types node';
  const { stdout } = await app
    .type(`tsc ${words} --allowImportingTsExtensions decide.ts`)
    .catch((fault) => fault);
  expect(stdout).toContain('"account" | "delivery" | "keeping" | "newsletter" | "rights"');
  expect(stdout).toContain(`Did you mean '"newsletter"'?`);
  expect(stdout).not.toContain('PurposeName<');
}, 120_000);
