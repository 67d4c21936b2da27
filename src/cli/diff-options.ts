/** Options that narrow a run to what changed. */
export const changeOptions = {
  changed: {
    type: 'boolean',
    commands: ['check', 'fix'],
    about: {
      en: 'Only lines that are not committed yet, new files among them',
      zh: '只看还没有提交的改动，包括新文件',
    },
  },
  staged: {
    type: 'boolean',
    commands: ['check', 'fix'],
    about: { en: 'Only lines that are staged for the next commit', zh: '只看已暂存、将要提交的改动' },
  },
  since: {
    type: 'string',
    value: 'REVISION',
    commands: ['check', 'fix'],
    about: {
      en: 'Only lines that changed since a revision of git: a tag, a commit, a branch (from where this one left it)',
      zh: '只看某个 git 版本（标签、提交、分支）以来的改动；对分支，从分出处算起',
    },
  },
} as const;

/** Options of `copydesk diff` alone. */
export const diffOptions = {
  published: {
    type: 'boolean',
    commands: ['diff'],
    about: { en: 'Compare with the last version that was published', zh: '与最近一个已发布的版本比较' },
  },
} as const;

/** What `copydesk diff` is and takes. */
export const diffCommand = {
  about: {
    en: 'What changed between two versions of an article, by words: two files, or a revision of git and a file',
    zh: '按词语比较稿件的两个版本：两个文件，或 git 版本与文件',
  },
  usage: { en: '[REVISION|FILE] FILE', zh: '[版本|文件] 文件' },
  least: 1,
  most: 2,
  argument: { en: 'the article', zh: '稿件' },
  takes: 'article',
  notes: [
    {
      en:
        'With one FILE, compares with the last commit; with --published, with the last version whose stage was published.\n' +
        'Paragraphs that moved are told as moved, fields of the front matter by name; a re-wrap is no change.\n' +
        'Exit code: 0 no reader sees a difference, 1 there is one, 2 could not run.',
      zh:
        '只写一个文件时与最近一次提交比较；用 --published 则与最近一个已发布的版本比较。\n' +
        '移动的段落按移动列出，稿件信息按字段列出；只是换行不同不算改动。\n' +
        '退出码：0 读者看不出差别，1 有差别，2 无法运行。',
    },
  ],
} as const;
