export default {
  app: {
    name: '个人首页',
    vendor: '旧改'
  },

  locales: {
    availableLocales: ['zh'],
    fallbackLocale: 'zh'
  },

  // Resolved against <app root>/app/welcome/, ".js" is appended.
  customScripts: ['../welcome/scripts/jiugai/sign-in'],

  disableWelcomeMessage: true,

  // No link to the vendor's English pages outside the government network.
  links: []
};
