import { asPartyId } from 'avow';
import { type Context, Hono } from 'hono';
import { HttpFault } from '../http/fault.ts';
import { TOKEN_LIFE } from '../keys/tokens.ts';
import type { Services } from '../services.ts';
import { readAssertion, refused } from './assertion.ts';
import { OAuthFault } from './fault.ts';
import { readForm } from './form.ts';
import { type Issuer, type IssuerOf, TOKEN_PATH } from './issuer.ts';

const BY_JWT = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/**
 * Where parties get tokens: client credentials (RFC 6749 §4.4) by a JWT that the party signed
 * (`private_key_jwt`, RFC 7523 §2.2), so that there is no secret which both sides know. And what
 * tells where that is (RFC 8414).
 */
export function oauthRoutes(services: Services, issuerOf: IssuerOf): Hono {
  const app = new Hono();

  app.get('/.well-known/oauth-authorization-server', (c) => {
    const { issuer, tokenEndpoint } = ownName(c, issuerOf);
    return c.json({
      issuer,
      token_endpoint: tokenEndpoint,
      grant_types_supported: ['client_credentials'],
      response_types_supported: [],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
      token_endpoint_auth_signing_alg_values_supported: ['ES256', 'EdDSA'],
    });
  });

  app.post(TOKEN_PATH, async (c) => {
    const own = ownName(c, issuerOf);
    // RFC 6749 §5.1: nobody on the way keeps an answer with a token in it.
    c.header('cache-control', 'no-store');
    try {
      const token = await issue(await readForm(c), own, services);
      return c.json({ access_token: token, token_type: 'Bearer', expires_in: TOKEN_LIFE });
    } catch (problem) {
      if (!(problem instanceof OAuthFault)) throw problem;
      const { code, message } = problem;
      const status = code === 'invalid_client' ? 401 : 400;
      return c.json({ error: code, error_description: message }, status);
    }
  });

  app.all(TOKEN_PATH, () => {
    throw new HttpFault('AVOW_METHOD_UNKNOWN', { headers: { allow: 'POST' } });
  });

  return app;
}

/** From a form to a token: what is asked, who asks, did that come before. */
async function issue(
  form: ReadonlyMap<string, string>,
  own: Issuer,
  { avow, tokens }: Services,
): Promise<string> {
  const assertion = form.get('client_assertion');
  if (form.get('grant_type') === undefined) {
    throw new OAuthFault('invalid_request', 'grant_type is missing');
  }
  if (form.get('grant_type') !== 'client_credentials') {
    throw new OAuthFault('unsupported_grant_type', 'grant_type must be client_credentials');
  }
  if (form.has('scope')) throw new OAuthFault('invalid_scope', 'tokens have no scopes');
  if (form.get('client_assertion_type') !== BY_JWT || assertion === undefined) {
    throw new OAuthFault('invalid_client', 'client_assertion must be a JWT (RFC 7523)');
  }
  const taken = await readAssertion(assertion, own, avow, Date.now());
  const client = form.get('client_id');
  if (client !== undefined && client !== taken.party) throw refused();
  const token = await tokens.issue(taken);
  if (token !== undefined) return token;
  // Signed by the party and sent twice: somebody else may have it.
  await avow.parties.noteWrongKey(asPartyId(taken.party));
  throw refused();
}

function ownName(c: Context, issuerOf: IssuerOf): Issuer {
  const own = issuerOf(c.req.url);
  if (own === undefined) throw new HttpFault('AVOW_ROUTE_UNKNOWN');
  return own;
}
