import {
  all,
  clause,
  enforced,
  forbid,
  information,
  never,
  permit,
  promise,
  sentence,
} from '@avow/policy';
import { held, known } from './groups.ts';
import { words } from './vocabulary.ts';

const { show, edit, erase, restrict, export: copying } = words.action;
const { rights } = words.purpose;
const { identity, contact, kin, insurance, healthHistory, cookieIdentifier } = words.category;
const { healthDiagnosis, healthMedication, healthResult, history } = words.category;
const { person } = words.recipient;
const { self, onHold } = words.fact;
const { eraseAfterHold } = words.duty;

/** What a patient may ask for. */
export const yourRights = [
  clause(
    '4.a',
    { title: { en: 'See it and take it with you', 'zh-CN': '查阅和复制' } },
    sentence(
      {
        en: 'You see all that we hold of you, your medical record included, and take a copy with you.',
        'zh-CN': '您可以查阅和复制我们持有的您的全部信息，包括病历。',
      },
      permit(show, copying)
        .of(...known, cookieIdentifier)
        .to(person)
        .for(rights)
        .when(self),
    ),
    sentence(
      {
        en: 'You also see who looked at it, when, and by which sentence of this policy.',
        'zh-CN': '您还可以看到何人、何时、依据本政策哪一句查阅过。',
      },
      permit(show, copying).of(history).to(person).for(rights).when(self),
    ),
  ),
  clause(
    '4.b',
    { title: { en: 'Correct it', 'zh-CN': '更正' } },
    sentence(
      {
        en: 'You correct what you told us: who you are, how to reach you and yours, your insurer and your own account of your health.',
        'zh-CN': '您可以更正您提供的内容：身份、联系方式、近亲属、保险信息以及病史自述。',
      },
      permit(edit)
        .of(identity, contact, kin, insurance, healthHistory)
        .to(person)
        .for(rights)
        .when(self),
    ),
    sentence(
      {
        en: 'What a doctor found stays as it was written: ask for a new entry beside it.',
        'zh-CN': '医师所作的记载保持原样；您可以要求另加补充记载。',
      },
      forbid(edit).of(healthDiagnosis, healthMedication, healthResult),
      promise(never(edit).of(healthDiagnosis, healthMedication, healthResult)),
    ),
  ),
  clause(
    '4.c',
    { title: { en: 'Erase it', 'zh-CN': '删除' } },
    sentence(
      {
        en: 'You may have your information erased: we destroy your keys, and what was sent closes.',
        'zh-CN': '您可以要求删除您的信息：我们会销毁您的密钥，已提供的信息随之封闭。',
      },
      permit(erase)
        .of(...held)
        .to(person)
        .for(rights)
        .when(self),
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
        en: 'What law obliges us to keep, as a medical record for its years, is not erased meanwhile: if you ask, we close it to everyone but the law, and erase it by ourselves when that time is over.',
        'zh-CN':
          '依法须保存的信息（如法定年限内的病历）在此期间不予删除；您要求删除的，我们将其封存，仅用于法律所要求的用途，并在期满后主动删除。',
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
    sentence(
      {
        en: '{clinic} decides why and how your information is handled; you reach us at {contact}.',
        'zh-CN': '{clinic}决定您的信息的处理目的和方式；您可以通过{contact}联系我们。',
      },
      information(),
    ),
  ),
];
