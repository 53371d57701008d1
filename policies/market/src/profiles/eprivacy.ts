import type { CookieChoice } from '../parameters.ts';
import { asWritten, type MarketProfile, withASafeguard, yourDecisionNeeded } from './mark.ts';

/** European Union: Directive 2002/58/EC, as the law of the Member States carries it out. */
export const eprivacy = (cookies: CookieChoice): MarketProfile => ({
  id: 'ePrivacy',
  marks: {
    '1.b.1': withASafeguard(
      'What a device does not send by itself may be read from it only with consent (article 5(3)).',
      '设备未主动发送的信息，须经同意方可读取（第5条第3款）。',
    ),
    '2.c.4': yourDecisionNeeded(
      'Messages need prior consent, or an earlier sale of similar goods and an easy refusal each time (article 13).',
      '发送营销信息须事先同意，或以此前的同类交易为基础且每次提供便捷的拒绝方式（第13条）。',
    ),
    '2.c.6': asWritten('Article 13(1).', '第13条第1款。'),
    '5.a.1': asWritten(
      'Strictly necessary for a service that is asked for (article 5(3)).',
      '对用户所请求的服务确属必需（第5条第3款）。',
    ),
    '5.a.2':
      cookies === 'ask-first'
        ? asWritten('Consent comes first, as article 5(3) asks.', '先取得同意，符合第5条第3款。')
        : yourDecisionNeeded(
            'The way of the source: article 5(3) asks for consent first, and silence is none (Court of Justice, C-673/17).',
            '所依据的政策的做法：第5条第3款要求先取得同意，沉默不构成同意（欧洲法院C-673/17案）。',
          ),
    '5.b.1': asWritten('Refusal is as easy as consent.', '拒绝与同意同样便捷。'),
  },
});
