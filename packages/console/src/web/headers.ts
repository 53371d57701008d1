import { secureHeaders } from 'hono/secure-headers';

/**
 * What a browser is told about every page: no script at all, styles from here only and none within the
 * page, forms to here only, no framing. The referrer stays within the site; it cannot be `no-referrer`,
 * since a browser then sends `Origin: null` with a form, which `sameOrigin` rightly refuses.
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
