import { insertFields } from '../model/front-matter/edit-front-matter.ts';
import { yamlPlace } from '../model/front-matter/read-yaml.ts';
import { writeScalar } from '../model/front-matter/yaml-scalar.ts';
import { defineCheck } from './check.ts';

export const missingFrontMatter = defineCheck({
  id: 'missing-front-matter',
  title: { en: 'No front matter', zh: '缺稿件信息' },
  summary: {
    en: 'An article begins with front matter: its title, column and the like between two lines of `---`.',
    zh: '稿件开头应有稿件信息：两行“---”之间写标题、栏目等字段。',
  },
  scope: 'article',
  severity: 'error',
  serves: ['fields.*.required'],
  messages: {
    missing: {
      en: 'This article has no front matter: begin it with {fields} between two lines of `---`',
      zh: '稿件开头缺稿件信息，请在两行“---”之间写明{fieldsZh}',
    },
    none: {
      en: 'This article has no front matter: begin it with two lines of `---`, and what is to be said of it between them',
      zh: '稿件开头缺稿件信息，请写在两行“---”之间',
    },
    insert: { en: 'Insert front matter', zh: '插入稿件信息' },
  },
  *run(article, { house, reading }) {
    const { frontMatter, text } = article;
    if (frontMatter.kind !== 'none' || text.slice(frontMatter.bodyStart).trim() === '') return;
    const needed = reading.required('draft').map(({ field }) => field);
    const fields = needed.map(({ key, default: value }) => ({
      key,
      yaml: value === undefined ? '' : writeScalar(value),
    }));
    const order = house.fields.map(({ key }) => key);
    yield {
      message: needed.length > 0 ? 'missing' : 'none',
      data: {
        fields: needed.map(({ key }) => `\`${key}\``).join(', '),
        fieldsZh: needed.map(({ label, key }) => `${label.zh}（${key}）`).join('、'),
      },
      at: yamlPlace(frontMatter.bodyStart, frontMatter.bodyStart),
      // The values are for the author to fill in.
      fixes: [{ title: 'insert', safe: false, source: insertFields(frontMatter, text, fields, order) }],
    };
  },
});
