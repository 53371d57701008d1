import type { Difference, Words } from '@avow/policy';
import type { Announcement, Version } from 'avow';
import type { Context } from 'hono';
import { languageOf } from '../http/serve.ts';
import { day, html, type Markup, none } from '../look/index.ts';
import { show } from './frame.ts';
import { standing } from './policy.ts';
import type { Site } from './site.ts';
import { pageWords } from './words.ts';

/** A version as the page tells it. */
export interface ToldVersion {
  readonly version: Version<Words>;
  readonly announcement: Announcement | undefined;
  /** From the version that was in force before it; undefined for the first. */
  readonly difference: Difference | undefined;
}

/** Every version, newest first, with what was said of it and what it changed. */
export async function toldVersions({ avow }: Site): Promise<readonly ToldVersion[]> {
  const [versions, announcements] = await Promise.all([
    avow.policy.list(),
    avow.policy.announcements(),
  ]);
  return Promise.all(
    versions.map(async (version) => {
      const announcement = announcements.find((one) => one.version === version.digest);
      const difference = await avow.policy.difference(version.digest, announcement?.before);
      return { version, announcement, difference };
    }),
  );
}

/** `/policy/versions`: each version of the policy with its difference, in sentences. */
export async function showVersions(c: Context, site: Site): Promise<Response> {
  const language = languageOf(c, site);
  const words = pageWords(language);
  const told = await toldVersions(site);
  return show(c, site, {
    language,
    title: words.versions,
    main: html`<h1>${words.versions}</h1>
<p class="lead">${words.versionsLead}</p>
<p><a href="/policy/changes.atom?lang=${language}">${words.feed}</a></p>
${told.map((one) => section(one, language))}`,
  });
}

function section({ version, announcement, difference }: ToldVersion, language: string): Markup {
  const words = pageWords(language);
  const { digest } = version;
  const major = difference?.major === true;
  return html`<section id="v-${digest}">
<h2>${day(version.from, language)}</h2>
<p class="eyebrow">${standing(version, language)}</p>
${
  announcement === undefined
    ? none
    : html`<p>${announcement.summary[language] ?? ''}</p><p class="quiet">${words.announcedOn} ${day(announcement.announced, language)} · ${words.commentCount(announcement.comments)}</p>`
}
<h3>${words.changesTo}${major ? html` <span class="mark mark-no">${words.major}</span>` : none}</h3>
${difference === undefined ? html`<p>${words.firstVersion}</p>` : sentences(difference, language)}
<p><a href="/policy/versions/${digest}?lang=${language}">${words.whole}</a> · <a href="/policy?version=${digest}&amp;lang=${language}">${words.read}</a> <code>${digest.slice(0, 12)}…</code></p>
</section>
`;
}

/** A difference, change by change: what is major first. */
export function sentences({ changes, texts }: Difference, language: string): Markup {
  const words = pageWords(language);
  const ordered = changes.toSorted((a, b) => Number(b.major) - Number(a.major));
  const reworded = texts.added.length + texts.removed.length + texts.changed.length;
  return html`${
    changes.length === 0
      ? html`<p>${words.noChange}</p>`
      : html`<ul>${ordered.map((change) => html`<li>${change.words[language] ?? ''}</li>`)}</ul>`
  }${reworded === 0 ? none : html`<p>${words.reworded(reworded)}</p>`}`;
}
