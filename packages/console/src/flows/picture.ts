import { html, type Markup } from '@avow/server/look';
import { type SankeyGraph, sankey, sankeyJustify, sankeyLinkHorizontal } from 'd3-sankey';
import type { Flow } from './flows.ts';
import { inLines } from './lines.ts';

/** The texts of the picture, in the reader's language. */
export interface Labels {
  readonly title: string;
  readonly description: string;
  branch(name: string): string;
  recipient(name: string): string;
  /** How often a sentence permitted. */
  times(count: number): string;
}

interface Node {
  readonly id: string;
  readonly column: 'information' | 'sentence' | 'recipient';
  readonly lines: readonly string[];
}

interface Link {
  readonly isQuiet: boolean;
}

const width = 960;
/** Room beside the outer columns for their labels. */
const margin = { left: 185, right: 225, top: 16, bottom: 16 } as const;
/** What lies between nodes, so that labels of two lines do not touch; and what a node has besides. */
const apart = 32;
const room = apart + 12;
const shortest = 260;
const line = 15;

/** How wide a sentence is drawn: a step wider for ten times as often; a thin line for what never happened. */
const breadth = (permitted: number): number => (permitted === 0 ? 0.05 : 1 + Math.log10(permitted));

/**
 * The flows as SVG: information on the left, sentences in the middle, recipients on the right. Made on the
 * server, so that no script is needed; it carries no style of its own, which no page here may.
 */
export function picture(flows: readonly Flow[], labels: Labels): Markup {
  const { nodes, links, height } = layOut(flows, labels);
  return html`<svg class="flows" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="flows-title flows-text"><title id="flows-title">${labels.title}</title><desc id="flows-text">${labels.description}</desc>
<g class="flows-links">${links.map(
    (link) =>
      html`<path d="${path(link)}" stroke-width="${rounded(Math.max(1, link.width ?? 1))}"${link.isQuiet ? html` class="is-quiet"` : ''}/>
`,
  )}</g>
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

function layOut(flows: readonly Flow[], labels: Labels) {
  const names = (pick: (flow: Flow) => readonly string[]) => [...new Set(flows.flatMap(pick))];
  const branches = names((flow) => flow.branches);
  const recipients = names((flow) => flow.recipients);
  const nodes: Node[] = [
    ...branches.map((name) => node('information', name, inLines(labels.branch(name), 24))),
    ...flows.map(({ sentence, permitted }) =>
      node('sentence', sentence, [
        permitted === 0 ? sentence : `${sentence} · ${labels.times(permitted)}`,
      ]),
    ),
    ...recipients.map((name) => node('recipient', name, inLines(labels.recipient(name), 28))),
  ];
  const links = flows.flatMap(({ sentence, permitted, branches: from, recipients: to }) => {
    const value = breadth(permitted);
    const isQuiet = permitted === 0;
    const middle = `sentence ${sentence}`;
    return [
      ...from.map((name) => ({
        ...{ source: `information ${name}`, target: middle },
        ...{ value: value / from.length, isQuiet },
      })),
      ...to.map((name) => ({
        ...{ source: middle, target: `recipient ${name}` },
        ...{ value: value / to.length, isQuiet },
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

const node = (column: Node['column'], name: string, lines: readonly string[]): Node => ({
  id: `${column} ${name}`,
  column,
  lines,
});

function label({ x0 = 0, x1 = 0, y0 = 0, y1 = 0, column, lines }: Placed): Markup {
  const isLeft = column === 'information';
  const x = rounded(isLeft ? x0 - 8 : x1 + 8);
  const first = (y0 + y1) / 2 - ((lines.length - 1) * line) / 2;
  return html`<text class="flows-${column}" text-anchor="${isLeft ? 'end' : 'start'}" dominant-baseline="central">${lines.map(
    (said, at) => html`<tspan x="${x}" y="${rounded(first + at * line)}">${said}</tspan>`,
  )}</text>
`;
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
