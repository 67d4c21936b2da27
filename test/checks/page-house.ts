import type { House } from '../../src/house/house.ts';

/** A house that we ship, by id. */
export function pageHouse(id: string): House {
  return {
    id,
    name: id,
    language: id === 'wire' ? 'en' : 'zh-Hans',
    timeZone: 'Asia/Shanghai',
    extends: [],
    fields: [
      {
        key: 'title',
        type: 'text',
        role: 'title',
        prose: true,
        label: { en: 'Title', zh: '标题' },
        help: { en: '', zh: '' },
      },
      { key: 'cover', type: 'image', role: 'cover', label: { en: 'Cover', zh: '题图' }, help: { en: '', zh: '' } },
    ],
    byline: {
      required: true,
      position: 'head',
      forms: [],
      nameSeparator: '、',
      roleSpace: '',
      brackets: id === 'wire' ? 'half' : 'full',
      outlets: [],
      roles: [],
    },
    credit: { required: true, forms: [], brackets: id === 'wire' ? 'half' : 'full', caption: true },
    editorLabel: '责任编辑',
    path: '',
    checks: {},
    templates: [],
    blocks: [],
    page: { theme: '', siteLine: '', home: '', nav: [], footer: [] },
  };
}
