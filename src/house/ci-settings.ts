import { reportFormats } from './report-formats.ts';
import type { Settings } from './setting.ts';

/** What `copydesk check` does where no person runs it: each setting stands for the option of its name. */
export const ciSettings: Settings = {
  threshold: {
    type: 'choice',
    values: ['error', 'warning', 'info'],
    about: { en: 'The least severity that fails.', zh: '达到哪一级即不通过。' },
  },
  'max-warnings': {
    type: 'number',
    least: 0,
    about: { en: 'So many warnings may pass.', zh: '允许多少个警告。' },
  },
  severity: {
    type: 'choice',
    values: ['error', 'warning', 'info'],
    about: { en: 'The least severity that is shown and counted.', zh: '显示并计数到哪一级。' },
  },
  only: {
    type: 'strings',
    form: 'check-id',
    about: { en: 'Only these checks.', zh: '只用这些检查。' },
  },
  except: {
    type: 'strings',
    form: 'check-id',
    about: { en: 'All checks but these.', zh: '不用这些检查。' },
  },
  format: {
    type: 'choice',
    values: reportFormats,
    about: { en: 'How to report on standard output.', zh: '标准输出用哪种格式。' },
  },
  outputs: {
    type: 'strings',
    form: 'report-file',
    about: {
      en: 'Reports to write besides, such as `report.sarif` or `gitlab:quality.json`; paths start from where the command runs.',
      zh: '另写哪些报告，如 `report.sarif`、`gitlab:quality.json`；路径从运行命令的文件夹算起。',
    },
  },
};
