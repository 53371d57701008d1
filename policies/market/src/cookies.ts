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
  operator_session: {
    label: {
      en: 'keeps our own staff logged in; never set for a user',
      'zh-CN': '保持本平台工作人员的登录状态；不会为用户设置',
    },
    purpose: 'cookies.needed',
    by: 'platform',
  },
} as const;
