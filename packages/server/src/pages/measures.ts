import type { Context } from 'hono';
import { languageOf } from '../http/serve.ts';
import { html } from '../look/index.ts';
import { measuresTold } from '../mounted/measures.ts';
import { show } from './frame.ts';
import type { Site } from './site.ts';
import { pageWords } from './words.ts';

/** `/measures`: what the policy promises for protection, and whether it works at this moment. */
export async function showMeasures(c: Context, site: Site): Promise<Response> {
  const language = languageOf(c, site);
  const words = pageWords(language);
  const told = measuresTold(await site.measures(), { language });
  const main = html`<h1>${words.measures}</h1>
<p class="lead">${words.measuresLead}</p>
${told}`;
  return show(c, site, { language, title: words.measures, main });
}
