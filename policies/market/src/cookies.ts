/** Every cookie of the platform (5.a.3). What is not listed here is stopped and reported. */
export const cookies = {
  market_session: {
    label: {
      en: 'keeps you logged in; names nobody, and means nothing once you log out',
      'zh-CN': '保持您的登录状态；不含身份信息，退出登录后即失效',
    },
    purpose: 'cookies.needed',
    by: 'platform',
  },
  market_choice: {
    label: {
      en: 'remembers what you allow of cookies where you have no account; set only once you accept some',
      'zh-CN': '在您没有账号时记住您允许的 Cookie；仅在您接受后写入',
    },
    purpose: 'cookies.needed',
    by: 'platform',
    days: 180,
  },
  market_seen: {
    label: {
      en: 'lists the goods you looked at last, to show them to you again',
      'zh-CN': '记录您最近看过的商品，以便再次向您展示',
    },
    purpose: 'cookies.personal',
    by: 'platform',
    days: 90,
  },
  operator_session: {
    label: {
      en: 'keeps our own staff logged in; never set for a user',
      'zh-CN': '保持本平台工作人员的登录状态；不会为用户设置',
    },
    purpose: 'cookies.needed',
    by: 'platform',
  },
} as const;
