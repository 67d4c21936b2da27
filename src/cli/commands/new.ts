import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from '../../disk/decode.ts';
import { type HouseTemplate, newArticle } from '../../templates/index.ts';
import { suggestion } from '../arguments.ts';
import { type HouseAt, houses } from '../houses.ts';
import { UsageError } from '../messages.ts';
import { namedHouse } from '../open-input.ts';
import type { Run } from '../run.ts';
import { writeArticle } from '../write-article.ts';

/** `copydesk new`: begins an article from a template, or lists the templates. Returns the exit code. */
export async function newCommand(run: Run): Promise<number> {
  const { io, say, values, operands, locale } = run;
  const at = houses(namedHouse(run), say).ofFolder(io.cwd);
  const own = ownTemplates(at);
  const known = [...at.house.templates.map(({ id }) => id), ...own.map(({ id }) => id)];
  const wanted = operands[0];
  if (wanted === undefined) {
    const width = Math.max(0, ...known.map((id) => id.length));
    for (const { id, label, help } of at.house.templates) {
      io.stdout.write(`${id.padEnd(width)}  ${label[locale]}${help[locale] === '' ? '' : `  ${help[locale]}`}\n`);
    }
    for (const { id } of own)
      if (!at.house.templates.some((template) => template.id === id)) io.stdout.write(`${id}\n`);
    return 0;
  }
  // A desk calls its templates by their names: `copydesk new 消息` is `copydesk new news`.
  const id =
    known.find((name) => name === wanted) ??
    at.house.templates.find(({ label }) => label.zh === wanted || label.en.toLowerCase() === wanted.toLowerCase())?.id;
  if (id === undefined) {
    const templates = known.join(locale === 'zh' ? '、' : ', ');
    throw new UsageError(
      say('unknown-template', { template: wanted, templates, suggestion: suggestion(wanted, known, say) }),
    );
  }
  const { text, path } = newArticle(at.house, id, {
    now: io.now(),
    ...(values.title === undefined ? {} : { title: values.title }),
    ...(values.column === undefined ? {} : { column: values.column }),
    ...(values.reporter === undefined ? {} : { reporters: values.reporter }),
    houseTemplates: own,
  });
  if (values.stdout === true) io.stdout.write(text);
  else writeArticle(run, at, path, text);
  return 0;
}

/**
 * The templates of the newsroom itself: Markdown files of the `templates` folders beside its house file and those that
 * it extends; of two with one name the nearer.
 */
function ownTemplates({ root, folders }: HouseAt): readonly HouseTemplate[] {
  if (root === undefined) return [];
  const templates = new Map<string, HouseTemplate>();
  for (const folder of folders.map((one) => join(one, 'templates'))) {
    for (const name of listFolder(folder)) {
      const id = name.slice(0, -'.md'.length);
      if (!name.toLowerCase().endsWith('.md') || templates.has(id)) continue;
      const decoded = decode(readFileSync(join(folder, name)));
      if (decoded.kind === 'text') templates.set(id, { id, text: decoded.text });
    }
  }
  return [...templates.values()];
}

function listFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
}
