import type { Language } from '../look/words.ts';

const en = {
  name: 'Tally House Payments',
  title: 'Payments',
  lead: 'A payment service for trying out: no money moves. What the harbour market handed us of a payer is sealed; we open it when they pay.',
  none: 'Nobody has come to pay.',
  payment: (order: string) => `Payment for order ${order}`,
  pay: (amount: string) => `Pay ${amount}`,
  payTitle: (order: string) => `Pay for order ${order}`,
  payLead:
    'When you pay we open your name and e-mail address, for the receipt. The market decides whether we may, and shows you that we did.',
  amount: (amount: string) => `Amount: ${amount}`,
  paid: 'Paid',
  receiptFor: 'The receipt is made out to:',
  already: 'This order is paid here already. Nothing is to be done.',
  refused: 'The market does not let us open who pays, so nothing was charged',
  unsure: 'The market did not take the payment, so nothing was charged.',
  back: 'Back to the market',
};

const zh: typeof en = {
  name: '账房支付',
  title: '付款',
  lead: '试用的支付服务，不会真实扣款。海港集市提供给我们的付款人信息经过加密，付款时我们才查看。',
  none: '暂无付款。',
  payment: (order) => `订单 ${order} 的付款`,
  pay: (amount) => `支付 ${amount}`,
  payTitle: (order) => `为订单 ${order} 付款`,
  payLead:
    '付款时我们会查看您的姓名和电子邮箱，用于开具收据。是否准许由集市判定；我们的查看会显示在您的处理记录中。',
  amount: (amount) => `金额：${amount}`,
  paid: '已付款',
  receiptFor: '收据抬头：',
  already: '该订单已在此付款，无须再付。',
  refused: '集市不准许我们查看付款人，因此没有扣款',
  unsure: '集市没有受理这笔付款，因此没有扣款。',
  back: '返回集市',
};

const texts: Readonly<Record<Language, typeof en>> = { en, 'zh-CN': zh };
export const saidIn = (language: Language) => texts[language];
