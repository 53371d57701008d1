import {
  clause,
  duty,
  forbid,
  never,
  permit,
  promise,
  refuseTheRest,
  sentence,
} from '@avow/policy';
import { words } from './words.ts';

const { collect, store, use, provide, open, show, edit, erase, export: exporting } = words.action;
const { account, delivery, newsletter, keeping, rights } = words.purpose;
const { name, email, address, history } = words.category;
const { person, platform, carrier, unrelated } = words.recipient;
const { accepted, permitted, serving, self } = words.fact;

/**
 * The policy: the sentences that people read, each with what stands behind it. A rule permits or forbids;
 * a promise is proven over every decision that the rules can make. `avow check` finds a sentence with
 * nothing behind it.
 */
export const clauses = [
  clause(
    '1.a',
    { title: { en: 'What we keep, and what for', 'zh-CN': '我们保存什么，用于什么' } },
    sentence(
      {
        en: 'Once you have accepted this policy we keep your name, e-mail address and postal address, for your account.',
        'zh-CN': '您接受本政策后，我们为您的账号保存您的姓名、电子邮箱和邮寄地址。',
      },
      permit(collect).of(name, email, address).to(platform).for(account).when(accepted),
      permit(store).of(name, email, address).to(platform).for(keeping).when(accepted),
      promise(never(collect, store).unless(accepted)),
    ),
    sentence(
      {
        en: 'Whoever packs a parcel of yours sees your name and postal address.',
        'zh-CN': '为您打包的人会看到您的姓名和邮寄地址。',
      },
      permit(use).of(name, address).to(platform).for(delivery).when(accepted),
    ),
    sentence(
      {
        en: 'We write to you about our products only if you allowed it beforehand.',
        'zh-CN': '只有您事先许可，我们才会写信向您介绍我们的产品。',
      },
      permit(use).of(name, email).to(platform).for(newsletter).when(permitted),
      forbid(use).for(newsletter).unless(permitted),
      promise(never(use).for(newsletter).unless(permitted)),
    ),
    sentence(
      {
        en: 'We keep it until 30 days after your account ends, and the record of what was done for three years.',
        'zh-CN': '我们将其保存至账号终止后30天，处理记录保存三年。',
      },
      duty(words.duty.eraseExpired),
    ),
  ),
  clause(
    '2.a',
    { title: { en: 'Who gets it', 'zh-CN': '谁会得到' } },
    sentence(
      {
        en: 'The carrier gets your name and postal address, and can open them only while it delivers an order of yours.',
        'zh-CN': '承运方会得到您的姓名和邮寄地址，且只有在派送您的订单期间才能查看。',
      },
      permit(provide, open).of(name, address).to(carrier).for(delivery).when(serving),
      promise(never(open).to(carrier).unless(serving)),
    ),
    sentence(
      {
        en: 'Nobody else gets anything, whatever you allow.',
        'zh-CN': '无论您许可什么，其他任何人都得不到您的信息。',
      },
      forbid(provide, open).to(unrelated),
      promise(never(provide, open, show).to(unrelated)),
    ),
  ),
  clause(
    '3.a',
    { title: { en: 'What you can do', 'zh-CN': '您可以做什么' } },
    sentence(
      {
        en: 'You see what we hold of you and what was done with it, and take a copy with you.',
        'zh-CN': '您可以查看我们持有的您的信息及其处理情况，并复制一份。',
      },
      permit(show, exporting).of(name, email, address, history).to(person).for(rights).when(self),
    ),
    sentence(
      { en: 'You may correct it.', 'zh-CN': '您可以更正。' },
      permit(edit).of(name, email, address).to(person).for(rights).when(self),
    ),
    sentence(
      {
        en: 'You may have it erased: then we destroy your keys, and nobody opens it any more.',
        'zh-CN': '您可以要求删除：我们会销毁您的密钥，此后任何人都无法再读取。',
      },
      permit(erase).of(name, email, address, history).to(person).for(rights).when(self),
    ),
  ),
  clause(
    '4.a',
    { title: { en: 'Everything else', 'zh-CN': '其他一切' } },
    sentence(
      {
        en: 'What no sentence here permits, we do not do.',
        'zh-CN': '此处没有一句话许可的事，我们不做。',
      },
      refuseTheRest(),
    ),
  ),
];
