import {
  any,
  clause,
  duty,
  forbid,
  never,
  not,
  permit,
  promise,
  sentence,
  type Written,
} from '@avow/policy';
import { outsiders } from './groups.ts';
import type { CookieChoice } from './parameters.ts';
import { words } from './vocabulary.ts';

const { setCookie, readCookie, collect, use, derive } = words.action;
const { account, security, service, marketing } = words.purpose;
const { cookies, cookiesNeeded, cookiesPersonal, cookiesPromotion } = words.purpose;
const { cookie, cookieYield } = words.category;
const { platform, affiliate, staff } = words.recipient;
const { permitted, refused, blocked, signalled } = words.fact;
const { declareCookies, explainCookie, removeCookies } = words.duty;

/** Cookies, under one of two settings: optional ones wait for a yes, or stop at a no. */
export function cookieClauses(choice: CookieChoice) {
  const optional = optionalCookies[choice];
  return [
    clause(
      '5.a',
      { title: { en: 'What we set and read', 'zh-CN': '我们写入和读取的 Cookie' } },
      sentence(
        {
          en: 'A cookie that a login or a feature needs is set and read when you use it, on a phone too, unless you refuse.',
          'zh-CN': '登录或某项功能所必需的 Cookie，在您使用时写入和读取，手机上亦同，除非您拒绝。',
        },
        permit(setCookie, readCookie)
          .of(cookie)
          .to(platform)
          .for(cookiesNeeded)
          .owing(explainCookie),
      ),
      sentence(
        optional.text,
        permit(setCookie, readCookie)
          .of(cookie)
          .to(platform)
          .for(cookiesPersonal, cookiesPromotion)
          .when(optional.condition),
      ),
      sentence(
        {
          en: 'Each cookie is listed with its name, its purpose, how long it lives and who sets it; one that is not listed is stopped and reported, and nobody else sets any here.',
          'zh-CN':
            '每个 Cookie 的名称、用途、有效期和设置者均予列明；未列明的会被拦截并上报，其他任何人不得在此设置 Cookie。',
        },
        duty(declareCookies),
        promise(never(setCookie, readCookie).to(affiliate, staff, ...outsiders)),
      ),
    ),
    clause(
      '5.b',
      { title: { en: 'Your choice', 'zh-CN': '您的选择' } },
      sentence(
        {
          en: 'You accept or reject, here or in the settings of your browser, and each is as easy as the other; a purpose that you reject sets and reads nothing.',
          'zh-CN':
            '您可以在此处或通过浏览器设置接受或拒绝，两者同样便捷；您所拒绝的用途，不写入也不读取任何 Cookie。',
        },
        forbid(setCookie, readCookie).when(any(refused, blocked)),
        promise(never(setCookie, readCookie).when(any(refused, blocked))),
      ),
      sentence(
        {
          en: 'A browser that asks not to be tracked counts as a no to personal service and promotion, until you say otherwise.',
          'zh-CN': '浏览器发出不被追踪的请求的，视为拒绝个性化服务和推广，直至您另作选择。',
        },
        forbid(setCookie, readCookie).for(cookiesPersonal, cookiesPromotion).when(signalled),
        promise(
          never(setCookie, readCookie).for(cookiesPersonal, cookiesPromotion).when(signalled),
        ),
      ),
      sentence(
        {
          en: 'If you reject cookies, you may be unable to log in or use what needs a cookie, and we say which one it is; all else works.',
          'zh-CN':
            '您拒绝 Cookie 后，可能无法登录或使用依赖 Cookie 的功能，我们会说明所需的 Cookie；其他功能不受影响。',
        },
        duty(explainCookie),
      ),
      sentence(
        {
          en: 'When you withdraw your consent to cookies, what was set is removed.',
          'zh-CN': '您撤回对 Cookie 的同意后，已写入的 Cookie 会被删除。',
        },
        duty(removeCookies),
      ),
    ),
    clause(
      '5.c',
      { title: { en: 'What cookies tell us', 'zh-CN': '通过 Cookie 取得的信息' } },
      sentence(
        {
          en: 'What our cookies yield falls under this policy like everything else; for personal service and promotion we keep and use it only where you let a cookie serve these.',
          'zh-CN':
            '通过我们的 Cookie 取得的信息同样适用本政策；只有在您允许 Cookie 用于个性化服务和推广时，我们才为这些目的保存和使用。',
        },
        // Read out of a cookie, not received of itself: 1.b's list stays closed.
        permit(collect, use, derive)
          .of(cookieYield)
          .to(platform)
          .for(cookiesPersonal, cookiesPromotion)
          .when(optional.condition),
        forbid(collect, use, derive).for(cookies).when(refused),
        promise(never(collect, use, derive).for(cookies).when(refused)),
        promise(
          never(collect, use, derive).of(cookieYield).for(account, security, service, marketing),
        ),
      ),
    ),
  ];
}

interface OptionalCookies {
  readonly text: { readonly en: string; readonly 'zh-CN': string };
  readonly condition: Written;
}

const optionalCookies: Readonly<Record<CookieChoice, OptionalCookies>> = {
  'ask-first': {
    text: {
      en: 'Cookies for personal service and promotion wait until you say yes.',
      'zh-CN': '用于个性化服务和推广的 Cookie，在您同意之后才写入和读取。',
    },
    condition: permitted,
  },
  // What the source says. Two marks ask the operator to decide before choosing it.
  'unless-refused': {
    text: {
      en: 'Cookies for personal service and promotion are set and read unless you refuse them.',
      'zh-CN': '除非您拒绝，我们会写入和读取用于个性化服务和推广的 Cookie。',
    },
    condition: not(refused),
  },
};
