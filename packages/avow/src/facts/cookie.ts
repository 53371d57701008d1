import { cookie } from '../conventions.ts';
import type { Matter } from '../register/choice.ts';

/**
 * The setting of a cookie that something else about cookies goes back to: the reading of one, or what
 * is done with what one yields. Undefined for all other matters, and for the setting itself.
 */
export function settingOf({ action, purpose, category }: Matter): Matter | undefined {
  const isReading = action === cookie.read && category === cookie.identifier;
  if (!isReading && category !== cookie.yield) return undefined;
  return { action: cookie.set, purpose, category: cookie.identifier };
}
