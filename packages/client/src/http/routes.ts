/** A route of `/v1`, as `/openapi.json` has it. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** Whether it changes something and takes an Idempotency-Key, so that it can be sent again. */
  readonly write: boolean;
}

const asks = (method: 'GET' | 'POST', path: string): Route => ({ method, path, write: false });
const writes = (method: Exclude<Route['method'], 'GET'>, path: string): Route => ({
  method,
  path,
  write: true,
});

/**
 * Every route that the client has a method for, by its `operationId`. A test holds the table to the
 * server's description, and each route that is left out to a reason.
 */
export const routes = {
  createSubject: writes('POST', '/v1/subjects'),
  getSubject: asks('GET', '/v1/subjects/{person}'),
  findSubject: asks('POST', '/v1/subjects/find'),
  verifyValue: writes('POST', '/v1/subjects/{person}/verified'),
  readPublicFacts: asks('GET', '/v1/subjects/{person}/public-facts'),
  suspendSubject: writes('PUT', '/v1/subjects/{person}/suspension'),
  reinstateSubject: writes('DELETE', '/v1/subjects/{person}/suspension'),

  publishDocument: writes('POST', '/v1/documents'),
  getDocument: asks('GET', '/v1/documents/{kind}'),

  getAgreement: asks('GET', '/v1/subjects/{person}/agreement'),
  answerAgreement: writes('POST', '/v1/subjects/{person}/agreement'),
  terminateAgreement: writes('DELETE', '/v1/subjects/{person}/agreement'),

  askConsent: asks('POST', '/v1/consents/question'),
  answerConsent: writes('POST', '/v1/subjects/{person}/consents'),
  listConsents: asks('GET', '/v1/subjects/{person}/consents'),
  withdrawConsent: writes('DELETE', '/v1/subjects/{person}/consents/{consent}'),

  listCookies: asks('GET', '/v1/cookies'),
  askCookies: asks('POST', '/v1/cookies/question'),
  listCookieChoices: asks('GET', '/v1/subjects/{person}/cookies'),
  chooseCookies: writes('POST', '/v1/subjects/{person}/cookies'),
  decideCookie: asks('POST', '/v1/subjects/{person}/cookies/decisions'),

  listParties: asks('GET', '/v1/parties'),
  getParty: asks('GET', '/v1/parties/{party}'),
  engageParty: writes('POST', '/v1/parties/{party}/engagements'),
  listEngagements: asks('GET', '/v1/parties/{party}/engagements'),
  endEngagement: writes('DELETE', '/v1/parties/{party}/engagements/{engagement}'),
  suspendParty: writes('PUT', '/v1/parties/{party}/suspension'),
  reinstateParty: writes('DELETE', '/v1/parties/{party}/suspension'),
  addPartyKey: writes('POST', '/v1/parties/{party}/keys'),
  listPartyKeys: asks('GET', '/v1/parties/{party}/keys'),
  revokePartyKey: writes('DELETE', '/v1/parties/{party}/keys/{kid}'),

  attest: writes('POST', '/v1/subjects/{person}/attestations'),
  listAttestations: asks('GET', '/v1/subjects/{person}/attestations'),
  signAttestation: writes('POST', '/v1/attestations/{attestation}/signatures'),
  endAttestation: writes('POST', '/v1/attestations/{attestation}/end'),

  openOrder: writes('POST', '/v1/orders'),
  getOrder: asks('GET', '/v1/orders/{order}'),
  performOrder: writes('POST', '/v1/orders/{order}/performances'),
  askInOrder: writes('POST', '/v1/orders/{order}/requests'),
  disputeOrder: writes('POST', '/v1/orders/{order}/disputes'),
  settleOrder: writes('POST', '/v1/orders/{order}/settlements'),
  closeOrder: writes('POST', '/v1/orders/{order}/closure'),

  act: asks('POST', '/v1/acts/{action}'),
  previewAct: asks('POST', '/v1/acts/{action}/preview'),
  seal: writes('POST', '/v1/acts/{action}/sealed'),
  collect: writes('POST', '/v1/subjects/{person}/fields'),
  correct: writes('PATCH', '/v1/subjects/{person}/fields'),
  export: asks('POST', '/v1/subjects/{person}/export'),
  erase: writes('POST', '/v1/subjects/{person}/erasure'),

  listDisclosures: asks('GET', '/v1/subjects/{person}/disclosures'),
  closeDisclosure: writes('DELETE', '/v1/subjects/{person}/disclosures/{disclosure}'),

  getHistory: asks('GET', '/v1/subjects/{person}/history'),
  explainEntry: asks('GET', '/v1/entries/{entry}/explanation'),
  getReceipt: asks('GET', '/v1/entries/{entry}/receipt'),
  openReceipt: asks('GET', '/v1/subjects/{person}/history/{entry}/receipt'),

  listVersions: asks('GET', '/v1/policy/versions'),
  listTallies: asks('GET', '/v1/policy/tallies'),
  getChange: asks('GET', '/v1/subjects/{person}/change'),
  acceptChange: writes('POST', '/v1/subjects/{person}/change'),
  postponeChange: writes('PUT', '/v1/subjects/{person}/change/later'),
} as const satisfies Readonly<Record<string, Route>>;

export type RouteName = keyof typeof routes;
