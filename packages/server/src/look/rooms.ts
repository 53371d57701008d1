import type { Way } from './frame.ts';
import { html, type Markup, none } from './markup.ts';

/** Rooms of a place that belong together. */
export interface RoomGroup {
  /** Absent: nothing stands above them. */
  readonly label?: string;
  readonly rooms: readonly Way[];
}

/**
 * The ways through a place: first in its pages' text. `label`: what the place is called. Where there is room,
 * `rail`: beside the page, for many; `line`: above it, a line for each group, for a page that has a rail of its own.
 */
export function rooms(
  label: string,
  groups: readonly RoomGroup[],
  as: 'rail' | 'line' = 'rail',
): Markup {
  const filled = groups.filter((group) => group.rooms.length > 0);
  // A group further down leads into what is chosen further up.
  const within = filled.findLast((group) => group.rooms.some(({ current }) => current));
  const here = within?.rooms.find(({ current }) => current);
  const place = as === 'line' ? (within?.label ?? label) : label;
  return html`<nav class="rooms rooms-${as}" aria-label="${label}"><details><summary><span class="quiet">${place}</span> <strong>${here?.label ?? ''}</strong></summary>
<div class="rooms-groups">${filled.map((group) =>
    group.label === undefined
      ? html`<ul>${group.rooms.map(way)}</ul>`
      : html`<p class="rooms-label" aria-hidden="true">${group.label}</p><ul aria-label="${group.label}">${group.rooms.map(way)}</ul>`,
  )}</div></details></nav>
`;
}

/** Ways of one kind, in a line. `label` says to those who hear the page what they are. */
export function tabs(label: string, ways: readonly Way[]): Markup {
  return html`<nav class="tabs" aria-label="${label}"><ul>${ways.map(way)}</ul></nav>
`;
}

const way = ({ href, label, current }: Way): Markup =>
  html`<li><a href="${href}"${current ? html` aria-current="page"` : none}>${label}</a></li>`;
