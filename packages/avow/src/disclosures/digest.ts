import type { Vault } from '@avow/vault';

/** Tells a value from another without telling it: keyed, and by a key that outlives the index's. */
export function digestOf(vault: Vault, category: string, value: string): string {
  return Buffer.from(vault.pseudonym(`disclosed ${category}`, value)).toString('base64url');
}

/** The same of several values, by category: what a record says of what somebody was shown. */
export function digestsOf(
  vault: Vault,
  values: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([category, value]) => [category, digestOf(vault, category, value)]),
  );
}
