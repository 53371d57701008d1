import {
  clause,
  duty,
  enforced,
  forbid,
  never,
  permit,
  promise,
  refuseTheRest,
  sentence,
} from '@avow/policy';
import { known } from './groups.ts';
import { words } from './vocabulary.ts';

const { collect, store, use, message } = words.action;
const { registration, careTreatment, appointments, billing, notice, keeping } = words.purpose;
const { identity, contact, contactPhone, kin, health, insurance, bill } = words.category;
const { appointment, history, cookieIdentifier } = words.category;
const { person, platform } = words.recipient;
const { accepted } = words.fact;
const { bindAcceptance } = words.duty;

/** What a clinic writes down, and what for. */
export const whatWeKnow = [
  clause(
    '1.a',
    { title: { en: 'What you can rely on', 'zh-CN': '基本承诺' } },
    sentence(
      {
        en: '{clinic} does with your information what is written here, and nothing else: whatever no sentence permits is refused.',
        'zh-CN': '{clinic}只按本政策处理您的信息：本政策未写明许可的，一律拒绝。',
      },
      refuseTheRest(),
      promise(
        enforced(
          {
            en: 'Nothing is done with your information without a decision that is on record.',
            'zh-CN': '未经判定并留下记录，不对您的信息作任何处理。',
          },
          { test: 'packages/avow/test/clauses/P.test.ts' },
        ),
      ),
    ),
    sentence(
      {
        en: 'We write nothing down before you have accepted the treatment agreement, of which this is a part.',
        'zh-CN': '在您接受诊疗协议之前，我们不作任何记录；本政策是该协议的一部分。',
      },
      forbid(collect)
        .of(...known)
        .unless(accepted),
      promise(
        never(collect)
          .of(...known)
          .unless(accepted),
      ),
      duty(bindAcceptance),
    ),
  ),
  clause(
    '1.b',
    { title: { en: 'What we write down', 'zh-CN': '我们记录什么' } },
    sentence(
      {
        en: 'When you register we take who you are, how to reach you, your next of kin and your number at your insurer.',
        'zh-CN': '建档时，我们记录您的身份、联系方式、近亲属以及保险单号。',
      },
      permit(collect)
        .of(identity, contact, kin, insurance)
        .to(platform)
        .for(registration)
        .when(accepted),
    ),
    sentence(
      {
        en: 'When you are treated here we write your medical record: what you told us, allergies, diagnoses, medicines and results.',
        'zh-CN': '诊治时，我们书写您的病历：您的自述、过敏史、诊断、用药和检查结果。',
      },
      permit(collect).of(health).to(platform).for(careTreatment).when(accepted),
    ),
    sentence(
      {
        en: 'We note your appointments and what is billed, and remind you of an appointment by phone.',
        'zh-CN': '我们记录您的预约和费用，并以电话提醒您就诊。',
      },
      permit(collect).of(appointment).to(platform).for(appointments).when(accepted),
      permit(collect).of(bill).to(platform).for(billing).when(accepted),
      permit(use).of(appointment, contactPhone).to(platform).for(appointments).when(accepted),
      permit(message).of(contactPhone).to(person).for(appointments).when(accepted),
    ),
    sentence(
      {
        en: 'We keep all this under keys of your own, with a list of who looked.',
        'zh-CN': '以上信息均以您专属的密钥保存，并附查阅记录。',
      },
      permit(store)
        .of(...known, cookieIdentifier)
        .to(platform)
        .for(keeping)
        .when(accepted),
      permit(store).of(history).to(platform).for(keeping),
    ),
    sentence(
      {
        en: 'If something happens that you must know of, we reach you by what you gave us, whether or not you still are a patient.',
        'zh-CN': '发生您应当知晓的事项时，无论您是否仍为本诊所患者，我们均以您提供的方式告知。',
      },
      permit(use).of(contact).to(platform).for(notice),
      permit(message).of(contact).to(person).for(notice),
    ),
  ),
];
