import type { PartyKeys } from '@avow/partner';

/** What is paid for. The amount is in fen. */
export interface Paid {
  readonly order: string;
  readonly amount: number;
}

/**
 * Tells the market that an order was paid, signed by the payment service: a JWS that the market checks
 * against the key it has on record. Whether the market took it.
 */
export async function tellPaid(
  { order, amount }: Paid,
  {
    keys,
    party,
    platform,
  }: { readonly keys: PartyKeys; readonly party: string; readonly platform: string },
): Promise<boolean> {
  const iat = Math.floor(Date.now() / 1000);
  const slip = await keys.sign({ iss: party, aud: platform, order, amount, iat }, 'JWT');
  const answer = await fetch(new URL('/partners/paid', platform), {
    method: 'POST',
    headers: { 'content-type': 'application/jose' },
    body: slip,
    redirect: 'error',
    signal: AbortSignal.timeout(10_000),
  });
  return answer.status === 204;
}
