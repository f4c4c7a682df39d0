export default {
  app: {
    name: '流程监控',
    vendor: '旧改'
  },

  locales: {
    availableLocales: ['zh'],
    fallbackLocale: 'zh'
  },

  disableWelcomeMessage: true
};
