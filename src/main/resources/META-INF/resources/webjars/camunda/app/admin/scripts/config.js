export default {
  app: {
    name: '系统管理',
    vendor: '旧改'
  },

  locales: {
    availableLocales: ['zh'],
    fallbackLocale: 'zh'
  },

  // Resolved against <app root>/app/admin/, ".js" is appended.
  customScripts: ['../welcome/scripts/jiugai/sign-in'],

  disableWelcomeMessage: true
};
