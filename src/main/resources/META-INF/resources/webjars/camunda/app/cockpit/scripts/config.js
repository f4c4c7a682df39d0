export default {
  app: {
    name: '流程监控',
    vendor: '旧改'
  },

  locales: {
    availableLocales: ['zh'],
    fallbackLocale: 'zh'
  },

  // Resolved against <app root>/app/cockpit/, ".js" is appended.
  customScripts: ['scripts/jiugai/history', '../welcome/scripts/jiugai/sign-in'],

  disableWelcomeMessage: true
};
