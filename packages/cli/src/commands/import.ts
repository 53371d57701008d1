import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, readFileSync, renameSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { command, type Place } from '../arguments/command.ts';
import { oneOf, required } from '../arguments/read.ts';
import { UsageError } from '../arguments/usage.ts';
import { isThere, namedIn, placesIn } from '../deployment/places.ts';
import { importPage } from '../imports/page.ts';
import { handOn } from '../imports/pieces.ts';
import { type ImportServer, importServer, type ToldImport } from '../imports/server.ts';
import type { Report } from '../report.ts';
import { number } from '../words/number.ts';

const named = { type: 'string' } as const;
const types = { csv: 'text/csv', ndjson: 'application/x-ndjson' } as const;

export const importing = command({
  name: 'import',
  summary: 'takes in what a business partner delivers',
  help: `avow import <file> --party <id> --engagement <id> --statement <file>
          --match <category> --map <column>=<category> … [--purpose <purpose>]
          [--format csv|ndjson] [--rejects <file>] [--server <address>] [--api-key <file>] [--json]

Hands a file to a running server, line by line; each is decided on its own, and joins an account only if
the person has verified the value that it is found by. Tells how far it is on standard error. If it is cut
off, however hard, the same command goes on where it was, within seven days; no line goes in twice.

  --party       the partner, as the platform names it
  --engagement  the engagement that states by what lawful means the partner came by the data
  --statement   the statement of lawful means for this delivery; its SHA-256 is kept with it
  --match       the category by which people are found, such as contact.email
  --map         which category a column holds, once for each column; "note=" leaves one out
  --purpose     what it is for; not needed where the engagement names one purpose
  --format      csv (RFC 4180, UTF-8, the first line names the columns) or ndjson; by the file's name
                otherwise
  --rejects     where to write the lines that did not go in: number, reason, column, sentence, as CSV
  --server      where the server answers: http://127.0.0.1:4000, or the port that PORT says
  --api-key     a key with the scope "imports": ./keys/api-key otherwise

Exit code 1 if a line was rejected or the import stopped; 2 if it could not be done, or not to its end.`,
  operands: ['file'],
  options: {
    party: named,
    engagement: named,
    statement: named,
    match: named,
    map: { type: 'string', multiple: true },
    purpose: named,
    format: named,
    rejects: named,
    server: named,
    'api-key': named,
  },
  async run({ operands: [file], options }, place): Promise<Report> {
    const path = there(file, place);
    const what = {
      party: required(options.party, 'party'),
      engagement: required(options.engagement, 'engagement'),
      evidence: {
        document: await digestOf(there(required(options.statement, 'statement'), place)),
      },
      format: oneOf(options.format ?? extname(path).slice(1), ['csv', 'ndjson'], 'format'),
      match: required(options.match, 'match'),
      map: mapIn(options.map ?? []),
      ...(options.purpose === undefined ? {} : { purpose: options.purpose }),
    };
    const server = importServer(
      options.server ?? `http://127.0.0.1:${place.environment['PORT'] ?? '4000'}`,
      keyIn(options['api-key'], place),
    );
    const told = await takeIn(server, path, what, place);
    if (options.rejects !== undefined) {
      await writeRejects(server, told.import, resolve(place.folder, options.rejects));
    }
    const isWhole = told.state === 'done' && Object.keys(told.rejected).length === 0;
    return { found: !isWhole, page: importPage(told, options.rejects), data: told };
  },
});

/** Begins it, or finds it again by the file and all else that was said; then hands on what is not done yet. */
async function takeIn(
  server: ImportServer,
  path: string,
  what: object & { readonly format: keyof typeof types },
  { tell }: Place,
): Promise<ToldImport> {
  const once = createHash('sha256').update(JSON.stringify([what, await digestOf(path)]));
  const { import: id } = await server.begin(what, once.digest('base64url'));
  let told = await server.get(id);
  if (told.state !== 'open') return told;
  if (told.next > 1) tell(`goes on from line ${number(told.next)}`);
  await handOn(path, told.next, async (piece, at) => {
    told = await server.rows(id, types[what.format], piece, at);
    const rejected = Object.values(told.rejected).reduce((sum, times) => sum + times, 0);
    tell(`line ${number(told.next - 1)}: ${number(told.kept)} kept, ${number(rejected)} rejected`);
    const isStuck = at.more && told.next === at.from;
    return told.state === 'open' && !isStuck ? told.next : undefined;
  });
  if (told.state !== 'open') return told;
  const line = number(told.next);
  throw new UsageError(`The server stops. The same command goes on from line ${line}.`);
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('base64url');
}

/** Written beside its place first, so that half a list is never taken for one. */
async function writeRejects(server: ImportServer, id: string, path: string): Promise<void> {
  async function* rows() {
    yield 'line,code,column,sentence\n';
    for await (const { line, code, column = '', sentence = '' } of server.rejects(id)) {
      yield `${line},${code},"${column.replaceAll('"', '""')}",${sentence}\n`;
    }
  }
  const beside = `${path}.part`;
  await pipeline(Readable.from(rows()), createWriteStream(beside, { mode: 0o600 }));
  renameSync(beside, path);
}

function mapIn(given: readonly string[]): Readonly<Record<string, string | null>> {
  const columns = given.map((each) => {
    const at = each.lastIndexOf('=');
    if (at < 1) throw new UsageError('--map is <column>=<category>.');
    return [each.slice(0, at), each.slice(at + 1) || null] as const;
  });
  if (columns.length === 0) throw new UsageError('--map is missing.');
  return Object.fromEntries(columns);
}

function there(file: string, { folder }: Place): string {
  const path = resolve(folder, file);
  if (!isThere(path)) throw new UsageError(`There is nothing at ${path}.`);
  return path;
}

function keyIn(file: string | undefined, { folder, environment }: Place): string {
  const path = file ?? placesIn(namedIn(environment), folder).apiKey;
  return readFileSync(there(path, { folder } as Place), 'utf8').trim();
}
