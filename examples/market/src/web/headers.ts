import { secureHeaders } from 'hono/secure-headers';

/**
 * What a browser is told about every page: scripts, styles and pictures from here only and none within the
 * page, forms to here only, no framing. The referrer stays within the site; it cannot be `no-referrer`,
 * since a browser then sends `Origin: null` with a form, which `sameOrigin` rightly refuses.
 */
export const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    // The script for passkeys asks what it is to ask.
    connectSrc: ["'self'"],
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
