import {
  all,
  any,
  clause,
  duty,
  forbid,
  information,
  never,
  permit,
  promise,
  sentence,
} from '@avow/policy';
import { performedAndAsked, violationAndTwo } from './grounds.ts';
import { outsiders, revealing } from './groups.ts';
import { words } from './vocabulary.ts';

const { collect, use, show, join, derive, message, export: exporting } = words.action;
const { account, security, fulfilment, disputeOrder, rulesViolation, rights } = words.purpose;
const { registrationSecret, contact, conversation, report, history } = words.category;
const { register, registerOrder, registerViolation, registerMeasure } = words.category;
const { person, platform, staff, counterparty, thirdParty } = words.recipient;
const { accepted, permitted, self, sides, leaked } = words.fact;
const { hashPasswords, sealPerPerson, logAlterations, drillRestore } = words.duty;
const { warnBeforeSending, showWhoSaw, showInCentre, containLeak } = words.duty;

/** Everyone outside but the other side of an order. */
const others = outsiders.filter((recipient) => recipient !== counterparty);

const leaving = [...revealing, exporting, join, derive, message] as const;

/** How it is kept safe; then 6.c and 6.d, which the source displaced here from its clause 1. */
export const securing = [
  clause(
    '6.a',
    { title: { en: 'How we protect it', 'zh-CN': '我们的保护措施' } },
    sentence(
      {
        en: 'Your account is protected; please keep your user name and password to yourself.',
        'zh-CN': '您的账号受安全保护；请妥善保管您的用户名和密码。',
      },
      information(),
    ),
    sentence(
      {
        en: 'Your password is kept only in hashed form; it is shown to nobody, ourselves included, and goes to nobody.',
        'zh-CN': '您的密码仅以散列形式保存，不向任何人展示，包括我们自己，也不提供给任何人。',
      },
      permit(use).of(registrationSecret).to(platform).for(account, security).when(accepted),
      forbid(...leaving).of(registrationSecret),
      promise(never(...leaving).of(registrationSecret)),
      duty(hashPasswords),
    ),
    sentence(
      {
        en: 'So that nothing is lost, abused or altered, your information is sealed under keys of your own, a log shows every alteration, and we practise restoring from backups.',
        'zh-CN':
          '为防止信息丢失、滥用和篡改，您的信息以您专属的密钥加密，日志能显示任何篡改，我们还会演练从备份恢复。',
      },
      duty(sealPerPerson),
      duty(logAlterations),
      duty(drillRestore),
    ),
    sentence(
      {
        en: 'No security on a network is perfect; we state beside each measure what it cannot do.',
        'zh-CN': '网络上没有完善无缺的安全措施；我们在每项措施旁说明其局限。',
      },
      information(),
    ),
  ),
  clause(
    '6.b',
    {
      title: { en: 'When you trade, and when something leaks', 'zh-CN': '交易中的保护与信息泄露' },
    },
    sentence(
      {
        en: 'When you trade, your contact details or address can reach the other side or someone who may become it; we show them only if you allow it, or under 3.f.',
        'zh-CN':
          '您在交易中，联系方式或地址可能为交易对方或潜在交易对方所知；只有经您许可，或依3.f，我们才予展示。',
      },
      permit(show)
        .of(contact)
        .to(counterparty)
        .for(fulfilment)
        .when(sides, permitted)
        .owing(showInCentre),
    ),
    sentence(
      {
        en: 'Please protect your contact details and give them only when necessary; we warn you when you are about to type contact details or a password into a chat, a listing or a review.',
        'zh-CN':
          '请保护好您的联系方式，仅在必要时提供；您在聊天、商品或评价中输入联系方式或密码时，我们会提醒您。',
      },
      duty(warnBeforeSending),
    ),
    sentence(
      {
        en: 'You see what the other side of an order saw of you, and when.',
        'zh-CN': '您可以看到交易对方看过您的哪些信息、何时看过。',
      },
      duty(showWhoSaw),
    ),
    sentence(
      {
        en: 'If your information has leaked, above all your user name and password, tell {customerService} at once; you need not be signed in.',
        'zh-CN': '如您的信息已泄露，尤其是用户名和密码，请立即联系{customerService}；无须登录。',
      },
      permit(collect).of(report).to(platform).for(security),
    ),
    sentence(
      {
        en: 'When a leak is reported we freeze what is at risk, end sessions, reset passwords and close what was handed over, and find from the records who could have leaked it.',
        'zh-CN':
          '接到泄露报告后，我们立即冻结受影响的账号、结束会话、重置密码、封闭已提供的信息，并根据记录查明可能的泄露者。',
      },
      permit(show).of(history).to(staff).for(security).when(leaked).owing(showInCentre),
      duty(containLeak),
    ),
    sentence(
      {
        en: 'What you write to the other side of an order is kept sealed. That side reads it if you let it, as long as the order or a dispute about it is open, and nobody else does.',
        'zh-CN':
          '您在订单中写给对方的消息加密保存。只有经您许可，对方才能在订单或争议尚未结束期间查看；其他任何人都不能查看。',
      },
      permit(collect).of(conversation).to(platform).for(fulfilment).when(accepted),
      permit(show)
        .of(conversation)
        .to(counterparty)
        .for(fulfilment)
        .when(sides, permitted)
        .owing(showInCentre),
      promise(
        never(...revealing)
          .of(conversation)
          .to(counterparty)
          .unless(all(sides, permitted)),
      ),
      promise(
        never(...revealing)
          .of(conversation)
          .to(...others),
      ),
    ),
  ),
  clause(
    '6.c',
    {
      title: {
        en: 'Activities, orders and evaluations lie outside',
        'zh-CN': '活动、订单和评价不在范围内',
      },
    },
    sentence(
      {
        en: 'What you took part in, your orders and your evaluations lie outside this policy: they stand in registers with rules of their own, which does not make them public.',
        'zh-CN':
          '您参与的活动、订单和评价不在本政策范围内：它们另行登记，适用各自的规则，但并不因此公开。',
      },
      information(),
    ),
    sentence(
      {
        en: 'These registers are joined with your information only for yourself, to complete an order or settle a dispute under 3.f, or to deal with a violation under 3.d.',
        'zh-CN':
          '只有供您本人查看，或依3.f完成订单、解决争议，或依3.d处理违规，才会将这些登记与您的信息关联。',
      },
      permit(join).of(register).to(person).for(rights).when(self),
      permit(join).of(registerOrder).to(counterparty).for(disputeOrder).when(performedAndAsked),
      forbid(join)
        .of(register)
        .unless(any(self, performedAndAsked, violationAndTwo)),
      promise(
        never(any)
          .of(register)
          .unless(any(self, performedAndAsked, violationAndTwo)),
      ),
    ),
  ),
  clause(
    '6.d',
    { title: { en: 'Violations and measures lie outside', 'zh-CN': '违规记录和措施不在范围内' } },
    sentence(
      {
        en: 'If you broke the law or our rules, that and the measures taken against you lie outside this policy too, in a register that those who decide can read, and you.',
        'zh-CN':
          '您违反法律或平台规则的情况及已对您采取的措施，同样不在本政策范围内；其登记仅供处理人员和您本人查阅。',
      },
      information(),
    ),
    sentence(
      {
        en: 'A third party learns of violations and measures only under 3.d.',
        'zh-CN': '第三方只能依3.d得知违规记录和措施。',
      },
      permit(join)
        .of(registerViolation, registerMeasure)
        .to(thirdParty)
        .for(rulesViolation)
        .when(violationAndTwo),
      promise(never(any).of(registerViolation, registerMeasure).to(counterparty)),
      promise(
        never(any).of(registerViolation, registerMeasure).to(thirdParty).unless(violationAndTwo),
      ),
    ),
  ),
];
