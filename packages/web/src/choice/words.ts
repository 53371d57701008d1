/** What is said around a choice about cookies. Purposes, cookies and questions are in the policy's words. */
interface ChoiceWords {
  readonly title: string;
  readonly lead: string;
  readonly accept: string;
  readonly reject: string;
  readonly withdraw: string;
  readonly each: string;
  readonly save: string;
  readonly close: string;
  readonly accepted: string;
  readonly rejected: string;
  readonly saved: string;
  readonly notKept: string;
  readonly yours: string;
  readonly allowed: string;
  readonly waiting: string;
  readonly refused: string;
  readonly signalled: string;
  readonly overSignal: string;
  readonly noSignal: string;
  readonly needed: string;
  readonly table: string;
  readonly name: string;
  readonly purpose: string;
  readonly life: string;
  readonly who: string;
  readonly session: string;
  readonly platform: string;
  days(count: number): string;
}

const en: ChoiceWords = {
  title: 'Cookies',
  lead: 'Everything here works without them, except what says that it needs one. One kind waits for your answer:',
  accept: 'Accept',
  reject: 'Reject',
  withdraw: 'Withdraw',
  each: 'Choose one by one',
  save: 'Save my choice',
  close: 'Close',
  accepted: 'Accepted. You can withdraw it at any time under “Cookies” at the foot of each page.',
  rejected: 'Rejected. Nothing optional is set, and what had been set is removed.',
  saved: 'Your choice is saved and holds from now on.',
  notKept:
    'Your browser kept no cookie, so your yes cannot be remembered. Nothing optional is set. It may be blocking cookies: that counts as a no, and all else works.',
  yours: 'Your choice',
  allowed: 'You allow this.',
  waiting: 'You have not decided. None of these is set.',
  refused: 'You reject this. None of these is set.',
  signalled:
    'Your browser asks not to be tracked (Global Privacy Control). That counts as a no until you say otherwise here.',
  overSignal:
    'Your browser asks not to be tracked (Global Privacy Control). What you allowed here since goes before it.',
  noSignal:
    'Your browser does not say whether you wish to be tracked. Only what you say here counts.',
  needed:
    'Needed cookies are set only when you use what needs one, and removed when it is over. Blocking them in your browser is a no as well.',
  table: 'Every cookie that may be set here',
  name: 'Name',
  purpose: 'What it does',
  life: 'How long',
  who: 'Set by',
  session: 'until the browser is closed',
  platform: 'this site',
  days: (count) => `${count} days`,
};

const zhCN: ChoiceWords = {
  title: 'Cookie',
  lead: '除注明需要 Cookie 的功能外，本站无须 Cookie 即可使用。以下一类等待您的选择：',
  accept: '接受',
  reject: '拒绝',
  withdraw: '撤回',
  each: '逐项选择',
  save: '保存选择',
  close: '关闭',
  accepted: '已接受。您可以随时在每页底部的“Cookie”处撤回。',
  rejected: '已拒绝。不会写入任何可选的 Cookie，已写入的均已删除。',
  saved: '您的选择已保存，即刻生效。',
  notKept:
    '您的浏览器没有保存 Cookie，因此无法记住您的同意，也不会写入任何可选的 Cookie。浏览器可能阻止了 Cookie：这视为拒绝，其他功能不受影响。',
  yours: '您的选择',
  allowed: '您已允许。',
  waiting: '您尚未选择，目前没有写入此类 Cookie。',
  refused: '您已拒绝，不会写入此类 Cookie。',
  signalled: '您的浏览器发出了不被追踪的请求（全球隐私控制）。在您于此处另作选择之前，视为拒绝。',
  overSignal: '您的浏览器发出了不被追踪的请求（全球隐私控制）。以您此后在这里作出的选择为准。',
  noSignal: '您的浏览器没有表明是否愿意被追踪，仅以您在此处的选择为准。',
  needed: '必需的 Cookie 仅在您使用相应功能时写入，用毕即删除。在浏览器中阻止它们，同样视为拒绝。',
  table: '本站可能写入的全部 Cookie',
  name: '名称',
  purpose: '用途',
  life: '有效期',
  who: '设置者',
  session: '关闭浏览器即失效',
  platform: '本站',
  days: (count) => `${count} 天`,
};

/** In a language of the policy; one that has no words here is told in English. */
export const choiceWords = (language: string): ChoiceWords => (language === 'zh-CN' ? zhCN : en);

/** The policy's language for a request: the one it names, else the best that the browser asks for. */
export function languageFor(
  offered: readonly string[],
  named: string | null | undefined,
  accepted: string | null,
): string {
  const wanted = [named ?? '', ...(accepted ?? '').slice(0, 500).split(',')].map(
    (tag) => tag.split(';', 1)[0]?.trim().toLowerCase() ?? '',
  );
  const primary = (tag: string) => tag.toLowerCase().split('-', 1)[0];
  for (const tag of wanted.filter((each) => each !== '')) {
    const found =
      offered.find((each) => each.toLowerCase() === tag) ??
      offered.find((each) => primary(each) === primary(tag));
    if (found !== undefined) return found;
  }
  return offered[0] ?? 'en';
}
