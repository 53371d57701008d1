import { harbourMarket, marketPolicy } from '@avow/policy-market';

/** The market's policy with servers in China and in Germany. */
export const policy = marketPolicy({ ...harbourMarket, regions: ['home', 'eu'] });
