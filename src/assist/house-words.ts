import type { SlotName } from '../house/forms.ts';
import type { Localized } from '../model/finding.ts';

const say = (en: string, zh: string): Localized => ({ en, zh });

/** What a word of a house file means, where the word is one of ours. */
export const houseWords: Readonly<Record<string, Localized>> = {
  true: say('yes', '是'),
  false: say('no', '否'),
  off: say('switched off, or what is inherited taken away', '关闭，或去掉继承来的这一项'),
  none: say('starts from nothing', '从零开始'),
  error: say('must be mended', '错误'),
  warning: say('should be mended', '警告'),
  info: say('worth a look', '提示'),
  draft: say('from the first draft on', '从草稿起'),
  ready: say('from the last reading on', '从送审起'),
  published: say('when it goes out', '发布时'),
  never: say('not required', '不必填'),
  head: say('at the head of the text', '段首'),
  'under-title': say('under the headline', '题下'),
  end: say('at the end of the text', '文末'),
  full: say('full width （ ）', '全角（ ）'),
  half: say('half width ( )', '半角 ( )'),
  plain: say('王刚', '王刚'),
  spaced: say('王　刚, in line with three', '王　刚，与三字名对齐'),
};

/** What the slots of bylines and credits stand for. */
export const formSlots: Readonly<Record<SlotName, Localized>> = {
  name: say('one person', '一个人'),
  names: say('one person or several', '一人或多人'),
  reporters: say('reporters', '记者'),
  correspondents: say('correspondents', '通讯员'),
  photographers: say('photographers', '摄影者'),
  translators: say('translators', '译者'),
  proofreaders: say('proofreaders', '校对者'),
  commissioners: say('commissioners and coordinators', '策划者'),
  producers: say('producers', '监制、制作者'),
  editor: say('the editor', '责任编辑'),
  place: say('a place', '地点'),
  date: say('a date', '日期'),
  outlet: say('a newsroom’s name', '媒体名称'),
  organisation: say('an organisation', '单位'),
  agency: say('an agency', '通讯社'),
};

/** What the slots of `path` stand for. */
export const pathWords: Readonly<Record<string, Localized>> = {
  column: say('the column', '栏目'),
  date: say('the day, 2024-06-01', '日期，2024-06-01'),
  year: say('the year, 2024', '年，2024'),
  month: say('the month, 06', '月，06'),
  day: say('the day of the month, 01', '日，01'),
  time: say('the time, 1053', '时间，1053'),
  slug: say('the last part of the address', '网址名'),
  title: say('the headline', '标题'),
  template: say('the template', '模板'),
};
