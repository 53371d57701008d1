import type { Scope } from '../../src/index.ts';

/**
 * What a key with one scope reaches under `/v1`, and nothing else; `public` is anybody's, `partner` a party's by its
 * token. Written down once more, so that whoever gives a route another scope, or adds one, says so here as well.
 */
export const reach: Readonly<Record<Scope | 'public' | 'partner', string>> = {
  public: `
    GET /subjects/{person}/public-facts
    GET /documents/{kind}
    GET /cookies
    POST /transfers/openings
    POST /transfers/standing
    POST /directory/letters
    GET /subjects/{person}/evaluations
    GET /activities/{activity}
    GET /bases
    GET /bases/{basis}
    GET /reports/disclosures
    GET /policy/versions
    GET /policy/tallies
    GET /policy/announcements
    GET /policy/versions/{version}/difference
    GET /measures
  `,
  partner: `
    GET /partner/disclosures
    POST /partner/disclosures/{disclosure}/opening
    POST /partner/disclosures/{disclosure}/reading
    GET /partner/duties
    POST /partner/duties/{duty}/receipt
    POST /partner/duties/{duty}/refusal
  `,
  'subjects:read': `
    GET /subjects/{person}
    POST /subjects/find
    POST /directory/homes
  `,
  'subjects:write': `
    POST /subjects
    PUT|DELETE /subjects/{person}/suspension
    POST|DELETE /subjects/{person}/homes
  `,
  acts: `
    POST /subjects/{person}/cookies/decisions
    POST /transfers
    POST /transfers/arrivals
    POST /transfers/renewals
    POST /subjects/{person}/registers
    POST /acts/{action}
    POST /acts/{action}/preview
    POST|PATCH /subjects/{person}/fields
    POST /subjects/{person}/export
    POST /acts/{action}/sealed
    POST /visits/acts/{action}
    GET /subjects/{person}/interests
    POST /subjects/{person}/interests/derive
    POST /subjects/{person}/interests/use
    PUT|DELETE /subjects/{person}/interests/{interest}
    POST /subjects/{person}/interests/{interest}/allow
    GET /subjects/{person}/brought
    DELETE /subjects/{person}/brought/{party}/{category}
    POST /subjects/{person}/brought/{party}/{category}/allow
    POST /subjects/{person}/erasure
    POST /warnings
    POST|GET /subjects/{person}/comments
    DELETE /subjects/{person}/comments/{comment}
  `,
  visits: `
    POST /visits
    POST /visits/join
  `,
  searches: `
    POST|GET /searches
  `,
  campaigns: `
    POST|GET /campaigns
    GET|PUT /campaigns/{campaign}
    GET /campaigns/{campaign}/preview
    POST /campaigns/{campaign}/start
    POST /campaigns/send
    POST /campaigns/{campaign}/pause
    POST /campaigns/{campaign}/resume
    POST /campaigns/{campaign}/end
    POST /campaigns/{campaign}/retry
  `,
  'evidence:read': `
    GET /subjects/{person}/agreement
    POST /consents/question
    GET /subjects/{person}/consents
    GET /cookies/strays
    POST /cookies/question
    GET /subjects/{person}/cookies
    GET /parties
    GET /parties/{party}
    GET /parties/{party}/engagements
    GET /parties/{party}/keys
    GET /duties
    GET /parties/{party}/duties
    GET /mechanisms
    GET /subjects/{person}/attestations
    GET /transfers/keys
    GET /orders/{order}
    GET /orders/{order}/sides/{person}
    GET /subjects/{person}/disclosures
    GET /subjects/{person}/change
    GET /subjects/{person}/notices
  `,
  'evidence:write': `
    POST /subjects/{person}/verified
    POST|DELETE /subjects/{person}/agreement
    POST /subjects/{person}/consents
    DELETE /subjects/{person}/consents/{consent}
    POST /subjects/{person}/cookies
    PUT /subjects/{person}/browser
    POST /parties/{party}/engagements
    DELETE /parties/{party}/engagements/{engagement}
    PUT|DELETE /parties/{party}/suspension
    PUT /parties/{party}/notify
    POST /parties/{party}/keys
    DELETE /parties/{party}/keys/{kid}
    POST /mechanisms
    POST /subjects/{person}/attestations
    POST /attestations/{attestation}/signatures
    POST /attestations/{attestation}/end
    POST /orders/{order}/settlements
    DELETE /mechanisms/{mechanism}
    POST /orders
    POST /orders/{order}/performances
    POST /orders/{order}/requests
    POST /orders/{order}/disputes
    POST /orders/{order}/closure
    POST /orders/{order}/evaluations
    DELETE /orders/{order}/evaluations/{person}
    POST /subjects/{person}/activities
    DELETE /subjects/{person}/activities/{activity}
    DELETE /subjects/{person}/disclosures/{disclosure}
    POST /subjects/{person}/change
    PUT /subjects/{person}/change/later
    PUT /subjects/{person}/notices/{version}/{revision}
  `,
  imports: `
    POST /imports
    PUT /imports/{import}/rows
    GET|DELETE /imports/{import}
    GET /parties/{party}/imports
    GET /imports/{import}/rejects
  `,
  violations: `
    GET /parties/{party}/violations
    GET|POST /subjects/{person}/violations
    GET /violations
    GET /violations/{violation}
    POST /violations/{violation}/handling
    POST /violations/{violation}/appeals
    POST /violations/{violation}/dismissal
    POST /violations/{violation}/upholding
    POST /violations/{violation}/reversal
    POST /violations/{violation}/measures
    POST /violations/{violation}/measures/{measure}/lifting
    POST /violations/{violation}/readings
  `,
  'desk:read': `
    GET /staff
    GET /deeds
    GET /cases
    GET /cases/{case}
    GET /cases/{case}/approvable
    GET /authority-orders/{order}
    GET /subjects/{person}/authority-orders
    GET /statutory-duties
    GET /complaints/{case}
    GET /requests
    GET /requests/{case}
    GET /basis-proposals
    GET /subjects/{person}/child
    GET /children
  `,
  'desk:write': `
    POST /cases
    POST /cases/{case}/assignment
    POST /cases/{case}/approvals
    POST /cases/{case}/refusal
    POST /cases/{case}/deliveries
    POST /cases/{case}/closure
    POST /cases/{case}/appeals
    POST /cases/{case}/settlement
    POST /authority-orders
    POST /authority-orders/{order}/verification
    POST /authority-orders/{order}/clearance
    POST /authority-orders/{order}/bar-end
    POST /authority-orders/{order}/withdrawal
    POST /statutory-duties
    POST /statutory-duties/{duty}/end
    POST /complaints
    POST /complaints/{case}/verification
    POST /complaints/{case}/requests
    POST /complaints/{case}/counter-notices
    POST /complaints/{case}/readings
    POST /bases
    POST /bases/{basis}/end
    POST /requests
    POST /requests/{case}/readings
    POST /requests/{case}/answer
    POST /bases/{basis}/publication
    POST /bases/{basis}/dropping
    POST /subjects/{person}/child
    POST /subjects/{person}/child/guardian
    POST /subjects/{person}/child/correction
    POST /subjects/{person}/child/erasure
  `,
  staff: `
    POST /staff
    DELETE /staff/{operator}
  `,
  portal: `
    POST /portal/looks
    POST /portal/{ticket}
  `,
  harvesting: `
    POST|GET /harvests
    GET /subjects/{person}/harvests
    POST /subjects/{person}/harvest-reports
    GET /harvest-reports
    POST /harvest-reports/{report}/readings
    POST /harvests/{harvest}/upholding
    POST /harvests/{harvest}/termination
    POST /harvests/{harvest}/reversal
    POST /harvests/{harvest}/appeals
    POST /harvests/{harvest}/appeals/readings
    PUT|DELETE /decoys/{person}
    POST|GET /decoys
  `,
  leaks: `
    POST|GET /subjects/{person}/leaks
    POST|GET /leaks
    POST /leaks/{leak}/readings
    POST /leaks/{leak}/suspects
    POST /subjects/{person}/leaks/{leak}/freezing
    POST /subjects/{person}/credentials
    POST /leaks/{leak}/containment
    POST /leaks/{leak}/authority-reports
    POST /leaks/{leak}/closure
    POST /subjects/{person}/leaks/{leak}/last-word
  `,
  holds: `
    POST|GET /subjects/{person}/holds
    DELETE /subjects/{person}/holds/{hold}
    GET /holds
  `,
  'history:read': `
    GET /subjects/{person}/cases
    GET /subjects/{person}/told
    GET /subjects/{person}/history
    GET /entries/{entry}/explanation
    GET /entries/{entry}/receipt
    GET /subjects/{person}/history/{entry}/receipt
  `,
  'audit:read': ``,
  admin: `
    POST /documents
    POST /policy/versions
    POST /policy/drafts
    POST /policy/announcements
    DELETE /policy/announcements/{version}
    PUT /policy/announcements/{version}/from
    PUT /policy/announcements/{version}/answer
    GET /policy/notices
    POST /policy/announcements/{version}/retry
    GET /policy/announcements/{version}/comments
    POST /measures/drill
    POST|GET /keys
    DELETE /keys/{id}
  `,
};
