import { hash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflate } from '@sparticuz/chromium';

/** An unpacked browser: its program, and the environment that program needs to find its parts. */
export interface Unpacked {
  readonly program: string;
  readonly env: Readonly<Record<string, string>>;
}

const packed = dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))));
const chineseFonts = join(
  dirname(dirname(fileURLToPath(import.meta.resolve('@embedpdf/fonts-sc')))),
  'fonts',
);

/**
 * Unpacks the Chromium that npm installed, with the shared libraries and fonts that a bare machine
 * lacks, into a folder of the temporary directory named for its version. Done once a machine, so not in memory.
 */
export async function unpack(): Promise<Unpacked> {
  const { version } = JSON.parse(await readFile(join(packed, 'package.json'), 'utf8'));
  const home = join(process.env['AVOW_LASTING'] ?? tmpdir(), `avow-chromium-${version}`);
  if (!existsSync(home)) await unpackInto(home);
  return {
    program: join(home, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(home, 'al2023', 'lib'),
      FONTCONFIG_FILE: await configureFonts(home),
      HOME: home,
    },
  };
}

/**
 * Several test files may start at once. Each unpacks beside the place and renames: the first one
 * wins, and nobody ever runs a program that is half written.
 */
async function unpackInto(home: string): Promise<void> {
  const beside = await mkdtemp(`${home}-`);
  await inTemporaryDirectory(beside, () =>
    Promise.all(
      ['chromium.br', 'al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br'].map((file) =>
        inflate(join(packed, 'bin', file)),
      ),
    ),
  );
  await mkdir(join(beside, 'font-cache'), { recursive: true });
  await rename(beside, home).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    await rm(beside, { recursive: true });
  });
}

/** `inflate` writes to `os.tmpdir()` and takes no other place; the directory is given back after. */
async function inTemporaryDirectory(directory: string, work: () => Promise<unknown>) {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = directory;
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/**
 * The browser is shared by all checkouts on a machine, the fonts lie in each one's own packages: so each
 * has a configuration of its own, put in place whole. One that outlived its checkout hurts nobody.
 */
async function configureFonts(home: string): Promise<string> {
  const text = fontConfiguration(home);
  const file = join(home, `fonts-${hash('sha256', text).slice(0, 16)}.conf`);
  if (existsSync(file)) return file;
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, text);
  await rename(draft, file);
  return file;
}

/** The packed browser brings Latin letters only; the Chinese ones are an npm package of their own. */
const fontConfiguration = (home: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(home, 'fonts')}</dir>
  <dir>${chineseFonts}</dir>
  <cachedir>${join(home, 'font-cache')}</cachedir>
</fontconfig>
`;
