import type { FieldType } from '../../src/house/field-types.ts';
import type { Field, FieldRole, House } from '../../src/house/house.ts';
import { shippedHouse } from '../../src/house/load.ts';

function field(key: string, type: FieldType, role: FieldRole, zh: string, more: Partial<Field> = {}): Field {
  return { key, type, role, label: { en: key, zh }, help: { en: '', zh: '' }, ...more };
}

/** A small invented house, so that tests of templates do not move when a shipped house does. */
export const sampleHouse: House = {
  id: 'riverside',
  name: '沿河晚报网',
  language: 'zh-Hans',
  timeZone: 'Asia/Shanghai',
  extends: ['china-report', 'chinese'],
  fields: [
    field('title', 'text', 'title', '标题', { required: 'draft' }),
    field('subtitle', 'text', 'subtitle', '副题'),
    field('series', 'text', 'series', '系列'),
    field('column', 'choice', 'column', '栏目', {
      required: 'draft',
      values: [{ value: '乡村', aliases: ['三农'] }, { value: '时政要闻' }, { value: '文化' }],
    }),
    field('published', 'datetime', 'published', '发布时间'),
    field('source', 'text', 'source', '来源', { default: '沿河晚报' }),
    field('reporters', 'people', 'reporters', '记者'),
    field('correspondents', 'people', 'correspondents', '通讯员'),
    field('editor', 'person', 'editor', '责任编辑'),
    { key: 'desk', type: 'text', label: { en: 'Desk', zh: '部门' }, help: { en: '', zh: '' }, required: 'ready' },
  ],
  byline: {
    required: true,
    position: 'head',
    forms: ['沿河晚报讯（记者{reporters}）', '沿河晚报讯（记者{reporters} 通讯员{correspondents}）'],
    nameSeparator: '、',
    roleSpace: '',
    brackets: 'full',
    outlets: ['沿河晚报'],
    roles: ['记者', '通讯员'],
  },
  credit: { required: true, forms: ['（{names}摄）'], brackets: 'full', caption: true },
  editorLabel: '责任编辑',
  path: '{column}/{year}/{date}-{slug}.md',
  errorRate: shippedHouse('wire').errorRate,
  signoff: shippedHouse('wire').signoff,
  gate: shippedHouse('wire').gate,
  checks: {},
  templates: [],
  blocks: [],
  page: { theme: 'plain', name: '', siteLine: '沿河晚报网', home: '首页', nav: [], footer: [] },
};
