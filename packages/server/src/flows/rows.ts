import { html, type Markup, none } from '../look/markup.ts';
import { breadth, shareOf } from './breadth.ts';
import type { FlowEnd, FlowLabels, PicturedFlow } from './flow.ts';

/** How wide the drawing of a bar is, in its own units. */
const whole = 100;
const thick = 6;
/** What is rare is seen all the same. */
const least = 1.5;

/**
 * The flows below each other, for a page too narrow for the picture: which information, the sentence that let it
 * go, who got it, each with its bar and its number. Only what has happened: the table beside it has the rest.
 */
export function flowRows(flows: readonly PicturedFlow[], labels: FlowLabels): Markup {
  const happened = flows.filter(({ permitted }) => permitted > 0);
  const widest = Math.max(...happened.map(({ permitted }) => breadth(permitted)));
  const still = flows.length - happened.length;
  return html`<div class="flow-rows">${happened.length === 0 ? none : html`<ol>${happened.map((flow) => row(flow, widest, labels))}</ol>`}${
    still === 0 ? none : html`<p class="small quiet">${labels.quiet(still)}</p>`
  }</div>`;
}

function row(flow: PicturedFlow, widest: number, labels: FlowLabels): Markup {
  const { sentence, permitted, from, to } = flow;
  const { href, times } = labels;
  const width = breadth(permitted) / widest;
  const ends = (
    all: readonly FlowEnd[],
    as: 'category' | 'recipient',
    nameOf: (name: string) => string,
  ) => {
    const known = all.filter((end) => end.times > 0);
    return (known.length === 0 ? all : known).map((end) => {
      const { name } = end;
      const often = end.times === 0 ? '' : times(end.times);
      const to = href({ sentence, [as]: name });
      return part(as, to, nameOf(name), often, width * shareOf(end.times, all));
    });
  };
  return html`<li><ul>${ends(from, 'category', labels.branch)}
${part('sentence', href({ sentence }), sentence, times(permitted), width)}
${ends(to, 'recipient', labels.recipient)}</ul></li>
`;
}

/** One line: a name that leads on, how much that is, and how often. */
function part(kind: string, href: string, name: string, often: string, share: number): Markup {
  const width = Math.max(least, share * whole).toFixed(1);
  return html`<li class="flow-${kind}"><a href="${href}">${name}</a><svg viewBox="0 0 ${whole} ${thick}" preserveAspectRatio="none" aria-hidden="true"><rect width="${width}" height="${thick}"/></svg><span class="number">${often}</span></li>
`;
}
