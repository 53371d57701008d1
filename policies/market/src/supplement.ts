import {
  all,
  clause,
  duty,
  enforced,
  forbid,
  information,
  never,
  permit,
  promise,
  sentence,
} from '@avow/policy';
import { held } from './groups.ts';
import { words } from './vocabulary.ts';

const { show, edit, erase, restrict, export: exporting } = words.action;
const { rights, legal } = words.purpose;
const { registration, registrationUsername, registrationIdentity } = words.category;
const { contact, organisation, enterprise, visit, partner, cookie } = words.category;
const { interest, claim, conversation, report, comment, history } = words.category;
const { person, platform } = words.recipient;
const { self, childAlone, onHold } = words.fact;
const { answerRights, eraseExpired, eraseChild, closeAfterErasure, eraseAfterHold } = words.duty;

/** What the source does not say but a person expects. It never stands under a number of the source. */
export const supplement = [
  clause(
    'S.1',
    { title: { en: 'Who is responsible', 'zh-CN': '信息处理者' } },
    sentence(
      {
        en: '{operator} decides why and how your information is handled; you reach us through {customerService}.',
        'zh-CN': '{operator}决定您的信息的处理目的和方式；您可以通过{customerService}联系我们。',
      },
      information(),
    ),
  ),
  clause(
    'S.2',
    { title: { en: 'See it and take it with you', 'zh-CN': '查阅和复制' } },
    sentence(
      {
        en: 'You may see what we hold of you and take a copy with you, at any time and free of charge.',
        'zh-CN': '您可以随时免费查阅和复制我们持有的您的信息。',
      },
      permit(show, exporting)
        .of(
          registrationUsername,
          registrationIdentity,
          contact,
          organisation,
          enterprise,
          visit,
          partner,
          cookie,
          interest,
          claim,
          conversation,
          report,
          comment,
        )
        .to(person)
        .for(rights)
        .when(self),
    ),
    sentence(
      {
        en: 'You also see what was done with your information: who, what, when, and under which sentence of this policy.',
        'zh-CN': '您还可以看到您的信息被如何处理：何人、何事、何时，以及依据本政策哪一句。',
      },
      permit(show, exporting).of(history).to(person).for(rights).when(self),
    ),
  ),
  clause(
    'S.3',
    { title: { en: 'Correct it', 'zh-CN': '更正' } },
    sentence(
      {
        en: 'You may correct your information, the interests that we derived included.',
        'zh-CN': '您可以更正您的信息，包括我们推断的兴趣。',
      },
      permit(edit)
        .of(registration, contact, organisation, enterprise, partner, interest)
        .to(person)
        .for(rights)
        .when(self),
    ),
  ),
  clause(
    'S.4',
    { title: { en: 'Erase it', 'zh-CN': '删除' } },
    sentence(
      {
        en: 'You may have your information erased: we destroy your keys, and what was handed over closes.',
        'zh-CN': '您可以要求删除您的信息：我们会销毁您的密钥，已提供的信息随之封闭。',
      },
      permit(erase)
        .of(...held)
        .to(person)
        .for(rights)
        .when(self),
      duty(closeAfterErasure),
      promise(
        enforced(
          {
            en: 'After erasure has been answered nothing of the person can be opened.',
            'zh-CN': '删除一经答复，该人的任何信息都不能再被查看。',
          },
          { test: 'packages/avow/test/clauses/S.test.ts' },
        ),
      ),
    ),
    sentence(
      {
        en: 'A backup of a key lives for seven days at most; after that nobody, ourselves included, can bring the information back.',
        'zh-CN': '密钥的备份最多保留七天；此后包括我们在内，任何人都无法恢复这些信息。',
      },
      information(),
    ),
    sentence(
      {
        en: 'What a recipient copied while it was allowed to look cannot be called back; the records show who could have.',
        'zh-CN': '接收方在获准查看期间复制的内容无法追回；记录会显示谁可能复制过。',
      },
      information(),
    ),
    sentence(
      {
        en: 'What a court, an authority or a duty in law obliges us to keep is not erased while that lasts: if you ask us to, we close it to everything but what law asks, and erase it ourselves when the last such hold has ended.',
        'zh-CN':
          '依法院、机关的要求或法定义务须保全的信息，在保全期间不予删除；您要求删除的，我们将其封存，仅用于法律所要求的用途，并在最后一项保全结束后主动删除。',
      },
      permit(restrict)
        .of(...held)
        .to(person)
        .for(rights)
        .when(all(self, onHold))
        .owing(eraseAfterHold),
      forbid(erase).when(onHold),
      promise(never(erase).when(onHold)),
    ),
  ),
  clause(
    'S.5',
    { title: { en: 'How long it is kept', 'zh-CN': '保存期限' } },
    sentence(
      {
        en: 'Registration and contact details are kept until 30 days after the account ends, and the password until one day after.',
        'zh-CN': '注册信息和联系方式保存至账号终止后30天，密码保存至账号终止后1天。',
      },
      duty(eraseExpired),
    ),
    sentence(
      {
        en: 'Visits are kept for 184 days, what partners tell us for 180, and cookies, interests and search words for 90.',
        'zh-CN':
          '访问信息保存184天，来自合作方的信息保存180天，Cookie 信息、兴趣和搜索关键词保存90天。',
      },
      duty(eraseExpired),
    ),
    sentence(
      {
        en: 'Claims, reports and the registers of 6.c and 6.d are kept until three years after the order or case ends; your messages in orders and the history of what was done are kept for three years.',
        'zh-CN':
          '投诉主张、报告以及6.c和6.d所称的登记保存至订单或案件结束后三年，您在订单中的消息和处理记录保存三年。',
      },
      duty(eraseExpired),
    ),
    sentence(
      {
        en: 'Information that is past its time can no longer be read, and is then deleted.',
        'zh-CN': '超过保存期限的信息不能再被读取，随后删除。',
      },
      duty(eraseExpired),
    ),
  ),
  clause(
    'S.6',
    { title: { en: 'Children', 'zh-CN': '儿童' } },
    sentence(
      {
        en: 'By accepting you state that you are fourteen or older; for a younger child a guardian accepts.',
        'zh-CN': '您接受协议，即声明您已满十四周岁；不满十四周岁的，由监护人接受。',
      },
      information(),
    ),
    sentence(
      {
        en: 'If we learn that we hold information of a child under fourteen for whom no guardian accepted, we erase it.',
        'zh-CN': '如我们得知持有未经监护人接受的不满十四周岁儿童的信息，将予以删除。',
      },
      permit(erase)
        .of(...held)
        .to(platform)
        .for(legal)
        .when(childAlone)
        .owing(eraseChild),
    ),
  ),
  clause(
    'S.7',
    { title: { en: 'When you ask us', 'zh-CN': '请求的答复' } },
    sentence(
      {
        en: 'We answer a request about your rights within 15 days, and say why if we refuse.',
        'zh-CN': '我们在15天内答复您的权利请求；拒绝的，说明理由。',
      },
      duty(answerRights),
    ),
  ),
];
