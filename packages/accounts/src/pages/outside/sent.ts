import { html, none } from '@avow/server/look';
import type { Context } from 'hono';
import { show } from '../frame.ts';
import { type Hall, reading } from '../hall.ts';

/** Look in your mail. The page is the same for everyone, whatever address was given. */
export const sent = (hall: Hall, why: 'join' | 'reset' | 'address' | 'leak') => (c: Context) => {
  const { words } = reading(hall, c);
  const { sent } = words;
  const inbox =
    hall.inbox === undefined
      ? none
      : html`<div class="card"><p>${sent.inbox} <a href="${hall.inbox}">${hall.inbox}</a></p></div>`;
  const main = html`<h1>${sent.title}</h1><p class="lead">${sent[why]}</p><p>${sent.nothing}</p>${inbox}`;
  return show(hall, c, { title: sent.title, main });
};
