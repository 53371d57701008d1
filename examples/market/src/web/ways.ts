import { en } from '../words/en/index.ts';
import { zhCN } from '../words/zh-CN/index.ts';

/** A way that the market's pages and those of the server it is mounted on have alike. */
interface Shared {
  readonly href: string;
  readonly label: { readonly en: string; readonly 'zh-CN': string };
}

const way = (
  href: string,
  of: (words: Pick<typeof en, 'ways' | 'site' | 'cookies' | 'activities'>) => string,
): Shared => ({
  href,
  label: { en: of(en), 'zh-CN': of(zhCN) },
});

/** In the head: what the market is for. Those after the first two ask who one is. */
export const headWays: readonly Shared[] = [
  way('/', ({ ways }) => ways.goods),
  way('/sell', ({ ways }) => ways.sell),
  way('/orders', ({ ways }) => ways.orders),
  way('/mine', ({ ways }) => ways.mine),
];

/** At the foot: what is promised and agreed. */
export const footWays: readonly Shared[] = [
  way('/policy', ({ site }) => site.policy),
  way('/clauses', ({ site }) => site.clauses),
  way('/cookies', ({ cookies }) => cookies.title),
  way('/login/leak', ({ site }) => site.leak),
  way('/activities', ({ activities }) => activities.title),
  way('/agreement', ({ site }) => site.agreement),
  way('/rules', ({ site }) => site.rules),
  way('/docs', ({ site }) => site.api),
];
