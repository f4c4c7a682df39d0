export default {
  app: {
    name: '待办',
    vendor: '旧改'
  },

  locales: {
    availableLocales: ['zh'],
    fallbackLocale: 'zh'
  },

  disableWelcomeMessage: true,

  // Resolved against <app root>/app/tasklist/, ".js" is appended.
  customScripts: ['scripts/jiugai/jiugai-forms', 'scripts/jiugai/phone', 'scripts/jiugai/chronicle', '../welcome/scripts/jiugai/sign-in'],

  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: '认领当前选中的任务'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: '定位到第一个筛选器'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: '定位到列表中的第一个任务'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: '定位到任务表单的第一个输入框'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: '打开“发起流程”对话框'
    }
  }
};
