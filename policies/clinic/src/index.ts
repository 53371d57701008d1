import { definePolicy } from '@avow/policy';
import { whatWeKnow } from './1-known.ts';
import { whoCares } from './2-care.ts';
import { whoElse } from './3-others.ts';
import { yourRights } from './4-rights.ts';
import { howWeKeepIt } from './5-keeping.ts';
import { type ClinicParameters, willowLane } from './parameters.ts';
import { parts } from './parts.ts';
import { gdpr } from './profiles/gdpr.ts';
import { hipaa } from './profiles/hipaa.ts';
import { pipl } from './profiles/pipl.ts';
import { words } from './vocabulary.ts';

export { type ClinicParameters, type ClinicText, willowLane } from './parameters.ts';
export { words } from './vocabulary.ts';

/** The words of this policy as a type: what code that decides by it is typed by. */
export type ClinicWords = typeof words.words;

/** The privacy policy of a clinic, for one clinic's names. */
export function clinicPolicy(parameters: ClinicParameters) {
  return definePolicy({
    name: 'clinic',
    title: { en: '{clinic}: privacy policy', 'zh-CN': '{clinic}隐私政策' },
    vocabulary: words,
    parameters: { ...parameters },
    parts,
    clauses: [...whatWeKnow, ...whoCares, ...whoElse, ...yourRights, ...howWeKeepIt],
    cookies: {
      clinic_session: {
        label: {
          en: 'keeps you signed in; names nobody',
          'zh-CN': '保持您的登录状态；不含身份信息',
        },
        purpose: 'signIn',
        by: 'platform',
        days: 1,
      },
    },
    profiles: [pipl, gdpr, hipaa],
  });
}

/** The policy of the example clinic. */
export const policy = clinicPolicy(willowLane);
