import { positionAt } from '../../model/range.ts';
import { readingOf } from '../../reading/reading.ts';
import { articleAt, placeOf } from '../desk.ts';
import { defineTool, listOf, mapOf, text } from '../tool.ts';

interface Input {
  readonly path?: string;
}

interface Output {
  readonly staff: readonly {
    readonly name: string;
    readonly roles: readonly string[];
    readonly penNames: readonly string[];
    readonly from?: string;
    readonly to?: string;
  }[];
  readonly signed: readonly {
    readonly name: string;
    readonly where: string;
    readonly role?: string;
    readonly line: number;
  }[];
}

const names = listOf({ type: 'string' });

/** Whom the newsroom knows, and who made an article. */
export const people = defineTool<Input, Output>({
  name: 'people',
  title: { en: 'People of the newsroom', zh: '本社人员' },
  about: {
    en: 'Whom the newsroom’s staff.yml lists, with roles and pen-names, so that a name is written as it is. With `path`, also everybody whom that article’s byline, picture credits, editor line and front matter name.',
    zh: '本社 staff.yml 中的人员及身份、笔名，写人名时以此为准。给出 `path` 时，还列出该稿署名、图片署名、责任编辑和稿件信息中的人。',
  },
  input: mapOf({
    path: text({ en: 'An article, relative to the newsroom’s folder.', zh: '稿件路径，从编辑部文件夹写起。' }),
  }),
  output: mapOf(
    {
      staff: listOf(
        mapOf(
          { name: { type: 'string' }, roles: names, penNames: names, from: { type: 'string' }, to: { type: 'string' } },
          ['name', 'roles', 'penNames'],
        ),
      ),
      signed: listOf(
        mapOf(
          {
            name: { type: 'string' },
            where: { enum: ['byline', 'credit', 'field'] },
            role: { type: 'string' },
            line: { type: 'integer' },
          },
          ['name', 'where', 'line'],
        ),
      ),
    },
    ['staff', 'signed'],
  ),
  async run(desk, { path }) {
    const placed = path === undefined ? undefined : await articleAt(desk, path);
    const house = placed?.house ?? (await desk.houses.of(`${(await placeOf(desk, '.')).uri}/`)).house;
    return {
      // How to reach them is theirs to give.
      staff: (house.staff ?? []).map(({ name, roles, penNames, from, to }) => ({
        name,
        roles,
        penNames,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      })),
      signed: placed
        ? readingOf(placed.article, house).people.map(({ name, where, role, at }) => ({
            name,
            where,
            ...(role === undefined ? {} : { role }),
            line: positionAt(placed.article.lines, at.start).line + 1,
          }))
        : [],
    };
  },
  words: ({ staff, signed }) =>
    [
      ...signed.map(({ name, where, role, line }) => `${line}: ${name} (${[where, role].filter(Boolean).join(', ')})`),
      ...staff.map(({ name, roles, penNames }) => `${name} ${[...roles, ...penNames].join('、')}`.trim()),
    ].join('\n'),
});
