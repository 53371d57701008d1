import type { dispute as en } from '../en/dispute.ts';
import type { Said } from '../said.ts';

/** 订单争议的用语：供双方和客服使用。 */
export const dispute: Said<typeof en> = {
  dispute: {
    title: '这笔订单有问题',
    lead: (handle) =>
      `请说明出了什么问题、希望如何解决。${handle}会看到，并可以同意；双方不能达成一致的，由客服决定。`,
    heading: '争议',
    reason: '出了什么问题？',
    reasons: {
      notArrived: '没有收到',
      notAsDescribed: '与描述不符',
      damaged: '收到时已损坏',
      notPaid: '没有付款',
      other: '其他问题，已在消息中说明',
    },
    wish: '您的要求是什么？',
    wishes: {
      refund: '退款并结束订单',
      again: '发货或重新发货',
      payment: '付款',
      end: '结束订单，互不相欠',
    },
    writing: '细节请在双方的消息中说明，客服看不到这些消息：',
    open: '提出争议',
    needReason: '请选择出了什么问题。',
    needWish: '请选择您的要求。',
    asked: '要求：',
    waiting: '对方有三天时间答复。',
    contested: '对方有不同意见。',
    atTheDesk: '由客服决定。',
    agree: '我同意',
    contest: '我有不同意见：请客服决定',
    withdraw: '撤回争议',
    outcomes: {
      agreed: '双方已就此达成一致。',
      closed: '订单已关闭。',
      withdrawn: '争议已撤回，订单继续。',
      refund: '客服决定：退款，订单结束。',
      stands: '客服决定：订单有效，就此结束。',
      goesOn: '客服决定：订单继续，双方各自履行。',
    },
    desk: {
      title: '争议',
      lead: '双方未能达成一致的订单。您可以看到订单和各方的要求，但看不到他们是谁，也看不到他们的消息。',
      none: '目前没有争议订单。',
      buyer: '买方',
      seller: '卖方',
      unpaid: '未付款',
      unshipped: '未发货',
      early: '对方尚未答复，三天期限未满。',
      verdicts: {
        refund: '退款，订单结束',
        stands: '订单有效，就此结束',
        goesOn: '订单继续',
      },
    },
  },
};
