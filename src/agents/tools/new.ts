import { inLocale } from '../../model/finding.ts';
import { ownDialect } from '../../newsroom/own-dialect.ts';
import { ownTemplates } from '../../newsroom/own-templates.ts';
import { joinUri } from '../../newsroom/uri.ts';
import { isInside } from '../../newsroom/world.ts';
import { newArticle as begin, numberedPath } from '../../templates/index.ts';
import { type Desk, placeOf, shownAs } from '../desk.ts';
import { defineTool, listOf, mapOf, text } from '../tool.ts';
import { say, ToolError } from '../words.ts';
import { mayWrite } from '../writing.ts';

interface Input {
  readonly template?: string;
  readonly folder?: string;
  readonly title?: string;
  readonly column?: string;
  readonly reporters?: readonly string[];
  readonly write?: boolean;
}

interface Output {
  readonly templates: readonly { readonly id: string; readonly label: string; readonly help: string }[];
  readonly path?: string;
  readonly text?: string;
  readonly written: boolean;
}

/** How many articles of one name there may be. */
const most = 999;

/** Begins an article from a template. */
export const newArticle = defineTool<Input, Output>({
  name: 'new',
  title: { en: 'Begin an article', zh: '新建稿件' },
  about: {
    en: 'Begins an article from one of the house’s templates, with the front matter and the byline that it asks for, and says where it belongs. Without `template`, lists them. Writes nothing unless `write` is true and the newsroom allows it; nothing that is there is overwritten.',
    zh: '用本社模板新建稿件，带好所需的稿件信息和署名，并给出应存放的路径。不写 `template` 则列出模板。`write` 为 true 且本编辑部允许时才写入文件，已有的文件不会覆盖。',
  },
  writes: 'all',
  input: mapOf({
    template: text({ en: 'The id or the name of a template.', zh: '模板的 id 或名称。' }),
    folder: text({
      en: 'The folder whose house holds; the newsroom’s otherwise.',
      zh: '按哪个文件夹的规范；不写则为编辑部文件夹。',
    }),
    title: text({ en: 'The headline.', zh: '标题。' }),
    column: text({ en: 'The column.', zh: '栏目。' }),
    reporters: listOf(text({ en: 'A reporter’s name.', zh: '记者姓名。' })),
    write: { type: 'boolean', description: { en: 'Write the file (false).', zh: '写入文件（默认 false）。' } },
  }),
  output: mapOf(
    {
      templates: listOf(
        mapOf({ id: { type: 'string' }, label: { type: 'string' }, help: { type: 'string' } }, ['id', 'label', 'help']),
      ),
      path: { type: 'string' },
      text: { type: 'string' },
      written: { type: 'boolean' },
    },
    ['templates', 'written'],
  ),
  async run(desk, input) {
    const { locale } = desk;
    const { uri: folder } = await placeOf(desk, input.folder ?? '.');
    const inForce = await desk.houses.of(`${folder}/`);
    const own = await ownTemplates(desk.world, inForce);
    const said = inForce.house.templates.map(({ id, label, help }) => ({
      id,
      label: inLocale(label, locale),
      help: inLocale(help, locale),
    }));
    const templates = [
      ...said,
      ...own.filter(({ id }) => !said.some((one) => one.id === id)).map(({ id }) => ({ id, label: id, help: '' })),
    ];
    const { template, title, column, reporters } = input;
    if (template === undefined) return { templates, written: false };
    // A desk calls its templates by their names, in either language.
    const named = inForce.house.templates.find(({ label }) => [label.en, label.zh].includes(template))?.id;
    const chosen = templates.find(({ id }) => id === template) ?? templates.find(({ id }) => id === named);
    if (chosen === undefined) {
      const known = templates.map(({ id }) => id).join(', ');
      throw new ToolError(say(locale, 'unknown-template', { template, templates: known }));
    }
    const begun = begin(inForce.house, chosen.id, {
      now: desk.now(),
      ...(title === undefined ? {} : { title }),
      ...(column === undefined ? {} : { column }),
      ...(reporters === undefined ? {} : { reporters }),
      houseTemplates: own,
      dialect: await ownDialect(
        desk.world,
        inForce,
        own.map((one) => one.text),
        inForce.root ?? folder,
      ),
    });
    const root = inForce.root ?? folder;
    const writes = input.write === true;
    if (writes && !mayWrite(desk, inForce.house, 'all'))
      throw new ToolError(say(locale, 'not-allowed', { wanted: 'all' }));
    const path = writes
      ? await written(desk, root, begun.path, begun.text)
      : shownAs(desk, joinUri(root, ...begun.path.split('/')));
    return { templates: [], path, text: begun.text, written: writes };
  },
  words({ templates, path, text: begun, written: isWritten }, locale) {
    if (path === undefined) return templates.map(({ id, label, help }) => `${id} ${label} ${help}`.trim()).join('\n');
    return `${say(locale, isWritten ? 'written' : 'would-write', { path })}\n${begun ?? ''}`;
  },
});

/** Writes a file that is not there yet, under a number where another one has its name. Returns how it is shown. */
async function written(desk: Desk, root: string, path: string, content: string): Promise<string> {
  for (let number = 1; number <= most; number++) {
    const uri = joinUri(root, ...numberedPath(path, number).split('/'));
    const shown = shownAs(desk, uri);
    if (!(await leadsInside(desk, uri))) throw new ToolError(say(desk.locale, 'outside', { path: shown }));
    const refused = await desk.create(uri, content);
    if (refused === undefined) return shown;
    if (refused !== 'taken') throw new ToolError(say(desk.locale, 'not-written', { path: shown, detail: refused }));
  }
  throw new ToolError(say(desk.locale, 'not-written', { path, detail: 'EEXIST' }));
}

/** Whether the nearest folder above a file that is there lies in the newsroom, links followed. */
async function leadsInside({ folders, world }: Desk, uri: string): Promise<boolean> {
  const folder = folders.find((one) => uri.startsWith(`${one}/`));
  if (folder === undefined) return false;
  for (let at = uri.lastIndexOf('/'); at > folder.length; at = uri.lastIndexOf('/', at - 1)) {
    const above = uri.slice(0, at);
    const [kind] = await world.kinds([above]);
    if (kind !== undefined) return isInside(world, above, folder);
  }
  return true;
}
