export default {
  app: {
    name: '系统管理',
    vendor: '旧改'
  },

  locales: {
    availableLocales: ['zh'],
    fallbackLocale: 'zh'
  },

  disableWelcomeMessage: true
};
