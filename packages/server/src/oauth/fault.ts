/** What can be wrong at the token endpoint (RFC 6749 §5.2), as far as it happens here. */
type OAuthCode = 'invalid_request' | 'invalid_client' | 'unsupported_grant_type' | 'invalid_scope';

/** A request for a token that is refused. Its words are ours; they repeat nothing that came in. */
export class OAuthFault extends Error {
  override readonly name = 'OAuthFault';
  readonly code: OAuthCode;

  constructor(code: OAuthCode, message: string) {
    super(message);
    this.code = code;
  }
}
