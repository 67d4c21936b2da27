import { disk } from '../../disk/disk.ts';
import { inLocale } from '../../model/finding.ts';
import { ownTemplates } from '../../newsroom/own-templates.ts';
import { newArticle } from '../../templates/index.ts';
import { suggestion } from '../arguments.ts';
import { housesOf } from '../houses.ts';
import { UsageError } from '../messages.ts';
import { dialectFor } from '../own-dialect.ts';
import { cells } from '../reporters/width.ts';
import type { Run } from '../run.ts';
import { writeArticle } from '../write-article.ts';

/** `copydesk new`: begins an article from a template, or lists the templates. Returns the exit code. */
export async function newCommand(run: Run): Promise<number> {
  const { io, say, values, operands, locale } = run;
  const at = await housesOf(run).required(io.cwd);
  const own = await ownTemplates(disk, at);
  // A template of the newsroom's own may take the place of one that its house names.
  const known = [...new Set([...at.house.templates, ...own].map(({ id }) => id))];
  const wanted = operands[0];
  if (wanted === undefined) {
    const width = Math.max(0, ...known.map(cells));
    for (const { id, label, help } of at.house.templates) {
      io.stdout.write(
        `${id}${' '.repeat(width - cells(id))}  ${inLocale(label, locale)}${inLocale(help, locale) === '' ? '' : `  ${inLocale(help, locale)}`}\n`,
      );
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
    const templates = known.join(locale !== 'en' ? '、' : ', ');
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
    dialect: own.some((one) => one.id === id) ? undefined : await dialectFor(at, io.cwd),
  });
  if (values.stdout === true) io.stdout.write(text);
  else writeArticle(run, at, path, text);
  return 0;
}
