import { html, type Markup } from '../look/markup.ts';
import type { FlowLabels, PicturedFlow } from './flow.ts';
import { flowPicture } from './picture.ts';
import { flowRows } from './rows.ts';

/** What flows where: the picture, and rows in its place where a page is too narrow for it; with what they mean. */
export function flowFigure(flows: readonly PicturedFlow[], labels: FlowLabels): Markup {
  return html`<figure class="picture"><div class="picture-frame" tabindex="0" role="group" aria-label="${labels.title}">${flowPicture(flows, labels)}</div>
${flowRows(flows, labels)}
<figcaption class="small quiet"><span class="flows-told">${labels.description}</span><span class="flow-rows-told">${labels.rows}</span></figcaption></figure>`;
}
