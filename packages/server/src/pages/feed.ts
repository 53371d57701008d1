import type { Context } from 'hono';
import { languageOf } from '../http/serve.ts';
import { html } from '../look/index.ts';
import type { Site } from './site.ts';
import { type ToldVersion, toldVersions } from './versions.ts';
import { pageWords } from './words.ts';

/** `/policy/changes.atom`: every version as an entry of a feed to look at often (RFC 4287). */
export async function sendFeed(c: Context, site: Site): Promise<Response> {
  const language = languageOf(c, site);
  const words = pageWords(language);
  const { origin } = new URL(c.req.url);
  const told = await toldVersions(site);
  const updated = Math.max(0, ...told.map(updatedAt));
  c.header('Content-Type', 'application/atom+xml; charset=utf-8');
  c.header('Content-Language', language);
  c.header('Vary', 'Accept-Language');
  c.header('Cache-Control', 'no-cache');
  return c.body(
    sound(
      `<?xml version="1.0" encoding="utf-8"?>\n${await html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${origin}/policy/versions</id>
<title>${site.nameIn(language)}: ${words.versions}</title>
<updated>${new Date(updated).toISOString()}</updated>
<author><name>${site.nameIn(language)}</name></author>
<link rel="self" href="${origin}/policy/changes.atom?lang=${language}"/>
<link rel="alternate" type="text/html" href="${origin}/policy/versions?lang=${language}"/>
${site
  .languages()
  .filter((other) => other !== language)
  .map(
    (other) =>
      html`<link rel="alternate" type="application/atom+xml" hreflang="${other}" href="${origin}/policy/changes.atom?lang=${other}"/>
`,
  )}${told.map((one) => entry(one, origin, language))}</feed>
`}`,
    ),
  );
}

function entry(told: ToldVersion, origin: string, language: string) {
  const { version, announcement, difference } = told;
  const words = pageWords(language);
  const lines = [
    announcement?.summary[language],
    ...(difference?.changes ?? []).map((change) => change.words[language]),
    announcement?.answer && `${words.answer}: ${announcement.answer[language]}`,
  ].filter((line) => line !== undefined);
  const title = `${words.from} ${new Date(version.from).toISOString().slice(0, 10)}`;
  return html`<entry>
<id>${origin}/policy?version=${version.digest}</id>
<title>${version.state === 'withdrawn' ? `${words.withdrawn}: ` : difference?.major ? `${words.major}: ` : ''}${title}</title>
<updated>${new Date(updatedAt(told)).toISOString()}</updated>
<link href="${origin}/policy/versions/${version.digest}?lang=${language}"/>
<summary>${lines.length === 0 ? words.noChange : lines.join('\n')}</summary>
</entry>
`;
}

/** When there was something to tell: the last word on an announcement, or that it is in force at once. */
function updatedAt({ version, announcement }: ToldVersion): number {
  return announcement?.said ?? version.from;
}

/** Without what XML 1.0 (section 2.2) has no way to write, escaped or not. */
function sound(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is they that must not get through
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}
