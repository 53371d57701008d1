import { clause, duty, forbid, never, permit, promise, sentence } from '@avow/policy';
import { words } from './vocabulary.ts';

const { setCookie, readCookie } = words.action;
const { signIn } = words.purpose;
const { cookieIdentifier } = words.category;
const { platform } = words.recipient;
const { refused } = words.fact;
const { sealPerPerson, logAlterations, eraseExpired, publishChanges } = words.duty;

/** How long it is kept and how, the one cookie, and changes. */
export const howWeKeepIt = [
  clause(
    '5.a',
    { title: { en: 'How long, and how', 'zh-CN': '保存期限与方式' } },
    sentence(
      {
        en: 'Your medical record and the list of who looked are kept for 15 years after the agreement ends or the look was taken, contact details for 90 days after it ends, bills for ten years and appointments for three; then they are erased.',
        'zh-CN':
          '病历保存至协议终止后15年，查阅记录保存15年，联系方式保存至协议终止后90天，费用信息保存十年，预约保存三年；期满删除。',
      },
      duty(eraseExpired),
    ),
    sentence(
      {
        en: 'It is sealed under keys of your own, and a log shows every alteration.',
        'zh-CN': '您的信息以您专属的密钥加密，日志能显示任何篡改。',
      },
      duty(sealPerPerson),
      duty(logAlterations),
    ),
  ),
  clause(
    '5.b',
    { title: { en: 'One cookie', 'zh-CN': '唯一的 Cookie' } },
    sentence(
      {
        en: 'Our pages set one cookie, which keeps you signed in and lives a day; if you refuse it you cannot sign in, and everything else works.',
        'zh-CN':
          '我们的网页只设置一个 Cookie，用于保持登录状态，有效期一天；您拒绝的，将无法登录，其他功能不受影响。',
      },
      permit(setCookie, readCookie).of(cookieIdentifier).to(platform).for(signIn),
      forbid(setCookie, readCookie).when(refused),
      promise(never(setCookie, readCookie).when(refused)),
    ),
  ),
  clause(
    '5.c',
    { title: { en: 'Changes', 'zh-CN': '变更' } },
    sentence(
      {
        en: 'If we change this policy we say so here, sentence by sentence, before it counts.',
        'zh-CN': '本政策如有变更，我们会在生效前于此处逐句公布。',
      },
      duty(publishChanges),
    ),
  ),
];
