import { type SankeyGraph, sankey, sankeyJustify, sankeyLinkHorizontal } from 'd3-sankey';
import { html, type Markup, none } from '../look/markup.ts';
import { breadth, shareOf } from './breadth.ts';
import type { FlowEnd, FlowLabels, PicturedFlow } from './flow.ts';
import { inLines } from './lines.ts';

interface Node {
  readonly id: string;
  readonly column: 'information' | 'sentence' | 'recipient';
  readonly lines: readonly string[];
  readonly href: string;
}

interface Link {
  readonly times: number;
  readonly says: string;
  readonly href: string;
}

const width = 960;
/** Room beside the outer columns for their labels. */
const margin = { left: 185, right: 225, top: 16, bottom: 16 } as const;
/** What lies between nodes, so that labels of two lines do not touch; and what a node has besides. */
const apart = 32;
const room = apart + 12;
const shortest = 260;
const line = 15;

/**
 * The flows as SVG: information on the left, sentences in the middle, recipients on the right. Made on the
 * server, so that no script is needed; it carries no style of its own, which no page here may. Each name is a
 * link; so is each band, for whoever points at it: by keyboard the table beside the picture leads to the same.
 */
export function flowPicture(flows: readonly PicturedFlow[], labels: FlowLabels): Markup {
  const { nodes, links, height } = layOut(flows, labels);
  return html`<svg class="flows" viewBox="0 0 ${width} ${height}" role="group" aria-labelledby="flows-title" aria-describedby="flows-text"><title id="flows-title">${labels.title}</title><desc id="flows-text">${labels.description}</desc>
<g class="flows-links">${links.map(band)}</g>
<g class="flows-nodes">${nodes.map(
    ({ x0 = 0, x1 = 0, y0 = 0, y1 = 0, column }) =>
      html`<rect class="flows-${column}" x="${rounded(x0)}" y="${rounded(y0)}" width="${rounded(x1 - x0)}" height="${rounded(Math.max(2, y1 - y0))}"/>
`,
  )}</g>
<g class="flows-labels">${nodes.map(label)}</g></svg>`;
}

type Graph = SankeyGraph<Node, Link>;
type Placed = Graph['nodes'][number];

const path = sankeyLinkHorizontal<Node, Link>();

function band(link: Graph['links'][number]): Markup {
  const { href, says, times } = link;
  return html`<a href="${href}" tabindex="-1" aria-hidden="true"><path d="${path(link)}" stroke-width="${rounded(Math.max(1, link.width ?? 1))}"${times === 0 ? html` class="is-quiet"` : none}/><title>${says}</title></a>
`;
}

function layOut(flows: readonly PicturedFlow[], labels: FlowLabels) {
  const { href, times: often } = labels;
  const names = (pick: (flow: PicturedFlow) => readonly FlowEnd[]) => [
    ...new Set(flows.flatMap((flow) => pick(flow).map(({ name }) => name))),
  ];
  const branches = names(({ from }) => from);
  const recipients = names(({ to }) => to);
  const nodes: Node[] = [
    ...branches.map((name) => ({
      ...node('information', name, inLines(labels.branch(name), 24)),
      href: href({ category: name }),
    })),
    ...flows.map(({ sentence, permitted }) => ({
      ...node('sentence', sentence, [
        permitted === 0 ? sentence : `${sentence} · ${often(permitted)}`,
      ]),
      href: href({ sentence }),
    })),
    ...recipients.map((name) => ({
      ...node('recipient', name, inLines(labels.recipient(name), 28)),
      href: href({ recipient: name }),
    })),
  ];
  const links = flows.flatMap(({ sentence, permitted, from, to }) => {
    const whole = breadth(permitted);
    const middle = `sentence ${sentence}`;
    return [
      ...from.map(({ name, times }) => ({
        ...{ source: `information ${name}`, target: middle, times },
        value: whole * shareOf(times, from),
        says: `${labels.branch(name)} → ${sentence} · ${often(times)}`,
        href: href({ category: name, sentence }),
      })),
      ...to.map(({ name, times }) => ({
        ...{ source: middle, target: `recipient ${name}`, times },
        value: whole * shareOf(times, to),
        says: `${sentence} → ${labels.recipient(name)} · ${often(times)}`,
        href: href({ sentence, recipient: name }),
      })),
    ];
  });
  const busiest = Math.max(branches.length, flows.length, recipients.length);
  const height = Math.max(shortest, busiest * room);
  const placed = sankey<Node, Link>()
    .nodeId(({ id }) => id)
    .nodeAlign(sankeyJustify)
    .nodeWidth(10)
    .nodePadding(apart)
    .extent([
      [margin.left, margin.top],
      [width - margin.right, height - margin.bottom],
    ])({ nodes, links });
  return { ...placed, height };
}

const node = (column: Node['column'], name: string, lines: readonly string[]) => ({
  id: `${column} ${name}`,
  column,
  lines,
});

function label({ x0 = 0, x1 = 0, y0 = 0, y1 = 0, column, lines, href }: Placed): Markup {
  const isLeft = column === 'information';
  const x = rounded(isLeft ? x0 - 8 : x1 + 8);
  const first = (y0 + y1) / 2 - ((lines.length - 1) * line) / 2;
  return html`<a href="${href}"><text class="flows-${column}" text-anchor="${isLeft ? 'end' : 'start'}" dominant-baseline="central">${lines.map(
    (said, at) => html`<tspan x="${x}" y="${rounded(first + at * line)}">${said}</tspan>`,
  )}</text></a>
`;
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
