import { type Stretch, stretches } from './stretch.ts';

/** Says that a name follows. */
const sign = '(?:号码|号|id|账号|帐号|name|handle|number)?\\s{0,2}(?::|=|是|为|\\bis\\b|@|#)';

/** Names of messengers that mean nothing else. */
const sure =
  '微信|薇信|威信|v信|徽信|weixin|wechat|whatsapp|whats app|telegram|kakaotalk|企鹅号|扣扣|钉钉|飞书|\\bqq(?:群|邮箱)?|\\bwx|\\bvx|加v|加微';

/** Those that are words as well: only where a sign says that a name follows. */
const unsure = '\\b(?:line|signal|skype|instagram|insta|ins|messenger|snapchat|viber|tg)';

const handle = '[a-z0-9][a-z0-9._-]{3,31}';

const patterns = [
  new RegExp(`(?:${sure})\\s{0,2}${sign}\\s{0,2}@?(?<id>${handle})`, 'dg'),
  new RegExp(`${unsure}\\s{0,2}${sign}\\s{0,2}@?(?<id>${handle})`, 'dg'),
  // Without a sign only what looks like a name, for else it is the next word.
  new RegExp(
    `(?:${sure})(?:号码|号|id|我)?\\s{0,2}(?<id>@${handle}|\\d{5,12}(?!\\d)|(?=[a-z._-]{0,31}[0-9_])${handle})`,
    'dg',
  ),
  // Links that lead to a person.
  /(?<id>\b(?:wa\.me|t\.me|u\.wechat\.com|line\.me\/ti\/p|m\.me)\/[a-z0-9+~@_.-]{3,40})/dg,
];

/** Where a text, plain and in small letters, seems to hold the name of somebody at a messenger. */
export function messengers(text: string): Stretch[] {
  return patterns.flatMap((pattern) => stretches(text, pattern));
}
