import type { guard as english } from './en-guard.ts';
import type { Said } from './said.ts';

/** 信息泄露、账号暂停和冻结页面的用语。 */
export const guard: Said<typeof english> = {
  leak: {
    title: '报告信息泄露',
    lead: '如您的信息已泄露，请立即告诉我们；无须登录。',
    link: '报告您的信息泄露',
    linkHelp: '无须登录即可报告，并可立即冻结账号。',
    email: '账号的电子邮箱',
    what: '泄露的内容',
    whatLead:
      '请按您所见原样填写。我们不保存您填写的内容，只保存其加密指纹，据此查明谁曾看到完全相同的内容。',
    values: '请至少填写一项。',
    when: '最晚在什么时候已经泄露？',
    whenHint: '最晚填您发现泄露的那一天。',
    text: '发生了什么？',
    textHint: '您在哪里看到的，谁联系了您。内容加密保存，仅供调查人员查看。',
    freeze: '立即冻结账号',
    freezeLead:
      '填写密码，提交后账号立即冻结：任何人都不能再登录或以您的名义操作，设置新密码后即可恢复。不填密码，我们会向您的邮箱发送可冻结账号的链接。',
    password: '您的密码（用于立即冻结）',
    button: '提交报告',
    notYet: '日期不能在将来。',
  },
  freeze: {
    title: '冻结账号',
    lead: '在您设置新密码之前，任何设备上都不能再登录或以您的名义操作。',
    button: '立即冻结',
    done: '您的账号已冻结',
    doneLead:
      '所有登录均已结束，不再以您的名义提供或显示任何信息。设置新密码后即可恢复；原有通行密钥将一并删除，可重新添加。',
    next: '设置新密码',
  },
  suspended: {
    title: '您的账号已暂停',
    lead: '您的身份已核实，因此可以查看原因，但并未登录。',
    frozen: '因信息泄露而冻结',
    frozenSince: '冻结时间',
    untilReset: '设置新密码后即可恢复。',
    untilClosed: '我们调查完毕后恢复，届时会发邮件告知您。',
    reset: '设置新密码',
    case: '因批量搜集信息而暂停',
    since: '暂停时间',
    because: '原因',
    patterns: {
      people: (count, most, hours) =>
        `您的账号在 ${hours} 小时内查看了 ${count} 名不同用户的信息，上限为 ${most} 名。`,
      order: (count, most) =>
        `您的账号在连续查看的 ${most} 人中，有 ${count} 人是按注册先后逐个查看的。`,
      decoy: '您的账号查看了正常用户不会触碰的记录。',
      reported: '他人举报，我们的工作人员已核查。',
    },
    state: '目前状态',
    states: {
      open: '尚未有人作出决定',
      upheld: '工作人员已复核，维持暂停',
      terminated: '与您的协议已终止',
      reversed: '暂停有误，已撤销',
    },
    appeal: '申诉',
    appealLead: '您可以申诉一次，由未参与原决定的人员审理；结果会发邮件告知您，也可在此查看。',
    text: '为何有误',
    send: '提交申诉',
    appealed: '您的申诉时间',
    stop: '。',
    due: '最迟答复日期',
    dismissed: '您的申诉已审理，维持原决定。审理时间',
    ended: '此账号已暂停或终止。如您认为有误，请联系我们。',
    over: '等待时间过长。请重新登录，查看目前状态。',
    empty: '请说明理由。',
  },
};
