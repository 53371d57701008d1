import { secureHeaders } from 'hono/secure-headers';

/**
 * What a browser is told about every page: scripts, styles and requests from here only, forms to here
 * only, no framing. The referrer stays within the site; it cannot be `no-referrer`, since a browser
 * then sends `Origin: null` with a form, which `sameOrigin` rightly refuses.
 */
export const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'same-origin',
  xFrameOptions: 'DENY',
  // Only whoever ends TLS can promise it for the host.
  strictTransportSecurity: false,
});
