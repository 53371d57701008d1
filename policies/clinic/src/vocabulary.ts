import { vocabulary } from '@avow/policy';
import { actions } from './vocabulary/actions.ts';
import { categories } from './vocabulary/categories.ts';
import { duties } from './vocabulary/duties.ts';
import { facts } from './vocabulary/facts.ts';
import { purposes } from './vocabulary/purposes.ts';
import { recipients } from './vocabulary/recipients.ts';
import { retentions } from './vocabulary/retentions.ts';

/** Every word that a clinic's policy is made of, in English and Chinese. */
export const words = vocabulary({
  languages: ['en', 'zh-CN'],
  actions,
  purposes,
  categories,
  recipients,
  facts,
  duties,
  retentions,
  regions: { home: { label: { en: 'mainland China', 'zh-CN': '中国大陆' }, country: 'CN' } },
});
