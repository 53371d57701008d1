/** The service agreement and the rules of the site: short, and meant to be read. */
export const documents = [
  {
    kind: 'service-agreement',
    version: '2026-11',
    texts: {
      en: `Harbour Market is a place where people sell things to each other. We keep the shelves, bring buyer and seller together, and help when an order goes wrong. We are not a party to what you buy or sell.

You may have an account if you are fourteen or older, or if your guardian accepts for you. Keep your password to yourself: what is done with it counts as done by you until you tell us otherwise.

You may end this agreement at any time, from the page “My data”. We may end it if you break it or the rules of the site, and we then tell you why. What protects you in the privacy policy outlives the agreement.

The rules of the site and the privacy policy are part of this agreement. By accepting it you accept all three, in the language in which they are shown to you. That acceptance is never a permission to give your information to others: each such permission is asked for by itself.`,
      'zh-CN': `海港集市供人们相互买卖物品。我们维护货架，撮合买卖双方，并在订单出现问题时提供帮助。我们不是您买卖的当事方。

您已年满十四周岁，或由监护人代为同意的，可以拥有账号。请妥善保管密码：在您告知我们之前，凭您的密码所做的事视为您本人所为。

您可以随时在“我的信息”页面终止本协议。您违反本协议或平台规则的，我们可以终止本协议，并告知理由。隐私政策对您的保护在本协议终止后继续有效。

平台规则和隐私政策是本协议的一部分。您接受本协议，即以所展示的语言同时接受这三份文件。这一接受绝不等于许可将您的信息提供给他人：每一项此类许可都会单独征求。`,
    },
  },
  {
    kind: 'site-rules',
    version: '2026-11',
    texts: {
      en: `Describe what you sell as it is, faults included. Sell only what is yours and what may be sold.

Pay for what you order, and ship what you have sold, within three days.

Leave contact details out of what you write on the shelves. Whoever needs them asks for them in the order.

Do not collect, alter, sell or spread the information of other people here, by any means. Whoever does is suspended at once.

If a thing infringes a right of yours, tell customer service: help@harbour.example.`,
      'zh-CN': `如实描述您出售的物品，包括瑕疵。只出售属于您且允许出售的物品。

下单后三天内付款，售出后三天内发货。

请不要在商品页写联系方式。需要的人会在订单中请求。

不得以任何手段收集、编辑、出售或传播本平台其他人的信息。违者账号立即暂停。

商品侵犯您权利的，请联系客户服务：help@harbour.example。`,
    },
  },
] as const;
