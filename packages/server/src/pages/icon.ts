import type { Handler } from 'hono';

/** Where browsers look for a site's icon by themselves. */
export const iconPath = '/favicon.ico';

/** A seal, for servers whose platform has no icon of its own. */
const seal =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="14" fill="#0b5d57"/><path d="M10 16.5l4.2 4.2L22.5 12" fill="none" stroke="#fff" stroke-width="3"/></svg>';

/** The platform's icon, an SVG: it needs no other file, and no cookie, and is nobody's visit. */
export const serveIcon =
  (icon: string = seal): Handler =>
  (c) => {
    c.header('Cache-Control', 'public, max-age=86400');
    return c.body(icon, 200, { 'Content-Type': 'image/svg+xml' });
  };
