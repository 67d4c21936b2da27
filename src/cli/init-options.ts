/** What `copydesk init` alone takes. */
export const initOptions = {
  recipe: {
    type: 'string',
    multiple: true,
    list: true,
    value: 'NAME,…',
    choices: ['github', 'gitlab', 'gitea', 'pre-commit', 'lefthook'],
    commands: ['init'],
    about: {
      en: 'Write the file that lets a service or a hook run the check, too',
      zh: '另写让 CI 或 Git 钩子运行检查的配置文件',
    },
  },
  yes: {
    type: 'boolean',
    short: 'y',
    commands: ['init'],
    about: { en: 'Accept everything that is proposed, and ask nothing', zh: '不提问，全部接受' },
  },
  json: {
    type: 'boolean',
    commands: ['init'],
    about: {
      en: 'Print the proposals as data, with evidence, settings and files; ask nothing, and write nothing without --yes',
      zh: '把各项提议（依据、设置、文件）输出为 JSON；不提问，不加 --yes 不写文件',
    },
  },
} as const;
