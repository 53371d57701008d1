import {
  any,
  clause,
  duty,
  enforced,
  forbid,
  never,
  permit,
  promise,
  sentence,
} from '@avow/policy';
import { caring } from './groups.ts';
import { words } from './vocabulary.ts';

const { show, provide, open } = words.action;
const { careTreatment, careEmergency, appointments } = words.purpose;
const { identityName, identityBirth, identity, contactPhone, contact, kin } = words.category;
const { health, healthAllergy, healthMedication, healthDiagnosis, healthResult } = words.category;
const { appointment, insurance } = words.category;
const { doctor, nurse, reception, staff, hospital } = words.recipient;
const { treating, referred, emergency, neededForPart, accepted } = words.fact;
const { showWhoLooked, tellPerson, watchForHarvest, hearAppeal, closeAfterEnd } = words.duty;

/** What of a record a hospital needs: not what you told us in confidence. */
const sent = [healthAllergy, healthDiagnosis, healthMedication, healthResult] as const;

/** Who sees a medical record, and what it takes. */
export const whoCares = [
  clause(
    '2.a',
    { title: { en: 'Whoever treats you', 'zh-CN': '为您诊治的人员' } },
    sentence(
      {
        en: 'The doctor who treats you sees your medical record and whom to call; reception enters who that is.',
        'zh-CN': '为您诊治的医师可以看到您的病历和紧急联系人；接诊医师由前台登记。',
      },
      permit(show)
        .of(identityName, identityBirth, health, kin, appointment)
        .to(doctor)
        .for(careTreatment)
        .when(treating)
        .owing(showWhoLooked),
    ),
    sentence(
      {
        en: 'A nurse who treats you sees your allergies, your medicines and your appointments.',
        'zh-CN': '为您护理的护士可以看到您的过敏史、用药和预约。',
      },
      permit(show)
        .of(identityName, healthAllergy, healthMedication, appointment)
        .to(nurse)
        .for(careTreatment)
        .when(treating)
        .owing(showWhoLooked),
    ),
    sentence(
      {
        en: 'Nobody else who works here sees your medical record, however curious; once a treatment, a referral or an emergency is over, nobody sees it by that.',
        'zh-CN':
          '本诊所其他任何人员都看不到您的病历；诊治、转诊或紧急情况一经结束，即不能再据此查阅。',
      },
      forbid(show).of(health).to(doctor, nurse, reception, staff).unless(caring),
      promise(never(any).of(health).to(doctor, nurse).unless(caring)),
      promise(never(any).of(health).to(reception, staff)),
      promise(
        enforced(
          {
            en: 'After the end of a treatment, a referral or an emergency has been answered, no look rests on it.',
            'zh-CN': '诊治、转诊或紧急情况的结束一经答复，即不再准许据此查阅。',
          },
          { test: 'packages/avow/test/attestations.test.ts' },
        ),
      ),
    ),
    sentence(
      {
        en: 'Reception sees your name, your phone number, your insurer’s number and your appointments, and no more.',
        'zh-CN': '前台只能看到您的姓名、电话、保险单号和预约。',
      },
      permit(show)
        .of(identityName, contactPhone, insurance, appointment)
        .to(reception)
        .for(appointments)
        .when(accepted)
        .owing(showWhoLooked),
      promise(never(show).of(health, kin).to(reception)),
    ),
    sentence(
      {
        en: 'Whoever here looks at more than 30 patients in an hour or 120 in a day is suspended at once, and heard.',
        'zh-CN': '任何人员一小时内查阅超过30名患者或一天内超过120名的，立即暂停其权限并听取申诉。',
      },
      duty(watchForHarvest),
      duty(hearAppeal),
    ),
  ),
  clause(
    '2.b',
    { title: { en: 'When you are referred', 'zh-CN': '转诊' } },
    sentence(
      {
        en: 'Another doctor of ours sees your medical record once a colleague has referred you to them.',
        'zh-CN': '经同事转诊后，本诊所的另一名医师可以看到您的病历。',
      },
      permit(show)
        .of(identityName, identityBirth, health)
        .to(doctor)
        .for(careTreatment)
        .when(referred)
        .owing(showWhoLooked),
    ),
    sentence(
      {
        en: 'A hospital to which a doctor of ours refers you is sent, sealed, what it needs of your record, and opens it while the referral stands.',
        'zh-CN':
          '本诊所医师将您转诊至医院的，我们以加密方式向其提供所需的病历内容，仅在转诊有效期间可以查看。',
      },
      permit(provide, open)
        .of(identityName, identityBirth, ...sent)
        .to(hospital)
        .for(careTreatment)
        .when(referred, neededForPart)
        .owing(showWhoLooked),
      forbid(provide, open).to(hospital).unless(referred),
      promise(never(any).to(hospital).unless(referred)),
      duty(closeAfterEnd),
    ),
  ),
  clause(
    '2.c',
    { title: { en: 'In an emergency', 'zh-CN': '紧急情况' } },
    sentence(
      {
        en: 'In an emergency a doctor who does not treat you sees your medical record, whom to call and how to reach you, for a day, once two colleagues have signed; we tell you.',
        'zh-CN':
          '情况紧急时，经两名同事签署，并非您接诊医师的医师可以在一天内看到您的病历、紧急联系人和联系方式；我们会告知您。',
      },
      permit(show)
        .of(identity, contact, kin, health)
        .to(doctor)
        .for(careEmergency)
        .when(emergency)
        .owing(showWhoLooked, tellPerson),
    ),
    sentence(
      {
        en: 'No one signs for their own emergency, and nothing else opens a record in one.',
        'zh-CN': '任何人不得为自己的紧急查阅签署；紧急查阅别无其他途径。',
      },
      promise(never(any).for(careEmergency).unless(emergency)),
    ),
  ),
];
