import { basename, resolve } from 'node:path';
import { command } from '../arguments/command.ts';
import { filesOf } from '../init/files.ts';
import { languagesIn } from '../init/languages.ts';
import { findsPolicyPackage, writeNew } from '../init/write.ts';
import type { Report } from '../report.ts';
import { care, line, type Page, parts, strong, table } from '../words/page.ts';

export const init = command({
  name: 'init',
  summary: 'writes a small policy of your own to begin with',
  help: `avow init [<folder>] [--lang en|zh-CN|en,zh-CN] [--json]

Writes a policy of ten sentences into <folder> (policy, if not said): an account, parcels, a newsletter,
a carrier, what people can do. Rules, proven promises, a test, and a package.json. It runs as it is;
change its words and sentences into yours. --lang says in which languages (en).

Never overwrites: exit code 2 if one of its files is there already.`,
  operands: ['folder?'],
  options: { lang: { type: 'string', default: 'en' } },
  async run({ options, operands: [named = 'policy'] }, place): Promise<Report> {
    const folder = resolve(place.folder, named);
    const languages = languagesIn(options.lang);
    const files = filesOf(packageName(folder), languages);
    writeNew(folder, named, files);
    const isReady = findsPolicyPackage(folder);
    return {
      found: false,
      page: parts(
        [
          line(strong(`A policy of ten sentences, in ${named}`)),
          table([...files.keys()].map(about)),
        ],
        isReady ? [] : missing(named),
        next(named),
      ),
      data: { folder, files: [...files.keys()], languages, isReady },
    };
  },
});

const meanings: Readonly<Record<string, string>> = {
  'clauses.ts': 'the sentences, and what stands behind each',
  'words.ts': 'what they speak of: purposes, categories, who gets something, facts',
  'index.ts': 'the policy, made of both',
  'answers.test.ts': 'what it answers; beside it you say what yours should',
  'package.json': '"npm test" checks, proves and tests it',
  'tsconfig.json': 'for your editor: a purpose that the policy lacks does not compile',
};

const about = (file: string) => [file, meanings[file] ?? ''];

/** The packages are on no registry: whoever has none of them is told where they come from. */
const missing = (named: string): Page => [
  line(care('It does not find @avow/policy yet, which is on no registry. In a clone of Avow:')),
  line('npm run packages -- ../avow-packages', 2),
  line(`and in ${named}, or in an application above it, with the path to that folder:`),
  line('npm install ../avow-packages/*.tgz', 2),
];

const next = (named: string): Page => [
  line('Then'),
  table([
    [`npx avow check ${named}`, 'every sentence accounted for, every promise proven'],
    [`npm test --prefix ${named}`, 'the same, and its own test'],
    [`npx avow start ${named}`, 'carries it out at http://localhost:4000'],
  ]),
];

/** npm takes small letters, digits and dashes for sure. */
function packageName(folder: string): string {
  const name = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name === '' ? 'policy' : name;
}
