import { secureHeaders } from 'hono/secure-headers';

/**
 * What a browser is told about every page: no scripts at all, styles and pictures from here only,
 * forms to here only, no framing, no referrer that would tell another site which page was read.
 */
export const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
  // Only whoever ends TLS can promise it for the host.
  strictTransportSecurity: false,
});
