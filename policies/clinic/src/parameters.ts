import type { TextIn } from '@avow/policy';

/** A text in the two languages of this policy. */
export type ClinicText = TextIn<'en' | 'zh-CN'>;

/** What differs from one clinic to the next. */
export interface ClinicParameters {
  readonly clinic: ClinicText;
  /** Where patients reach whoever answers for their information. */
  readonly contact: ClinicText;
}

/** The clinic of the example; it does not exist. */
export const willowLane: ClinicParameters = {
  clinic: { en: 'Willow Lane Clinic', 'zh-CN': '柳巷诊所' },
  contact: {
    en: 'the front desk or privacy@willowlane.example',
    'zh-CN': '前台或 privacy@willowlane.example',
  },
};
