import type { Way } from './frame.ts';
import { html, type Markup, none } from './markup.ts';

/** Rooms of a place that belong together. */
export interface RoomGroup {
  /** Absent: nothing stands above them. */
  readonly label?: string;
  readonly rooms: readonly Way[];
}

/** The ways through a place: first in its pages' text. `label`: what the place is called. */
export function rooms(label: string, groups: readonly RoomGroup[]): Markup {
  const filled = groups.filter((group) => group.rooms.length > 0);
  const here = filled.flatMap((group) => group.rooms).find(({ current }) => current);
  return html`<nav class="rooms" aria-label="${label}"><details><summary><span class="quiet">${label}</span> <strong>${here?.label ?? ''}</strong></summary>
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
