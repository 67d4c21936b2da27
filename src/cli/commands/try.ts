import { resolve } from 'node:path';
import { disk, textAt } from '../../disk/disk.ts';
import { pathOf, uriOf } from '../../disk/place.ts';
import { triedChange } from '../../engine/tried-change.ts';
import { addItem, setSetting, type Written } from '../../house/house-edit.ts';
import { inLocale } from '../../model/finding.ts';
import { applyEdits, positionAt, type TextEdit } from '../../model/range.ts';
import { houseFile, termsFile } from '../../newsroom/files.ts';
import { houseTrial, type TriedArticle } from '../../newsroom/try-houses.ts';
import { joinUri, nameOf, parentUri } from '../../newsroom/uri.ts';
import { findArticles } from '../find-articles.ts';
import { housesOf } from '../houses.ts';
import { UsageError } from '../messages.ts';
import { openInput } from '../open-input.ts';
import { exitCodes, type Run } from '../run.ts';
import { showTrial, type TriedRow } from '../show-trial.ts';
import { showUri } from '../shown-path.ts';

/** `copydesk try`: what a change of the house would find in the articles, and what would go away. Writes nothing. */
export async function tryRule(run: Run): Promise<number> {
  const { io, say, locale, values, operands } = run;
  const inForce = await housesOf({ ...run, values: {} }).required(resolve(io.cwd, operands[0] ?? '.'));
  const file = inForce.file ?? uriOf(resolve(io.cwd, houseFile));
  const after = await changed(run, file, inForce.file !== undefined);
  const found = await findArticles(operands, io.cwd);
  const lost = found.missing[0];
  if (lost !== undefined) throw new UsageError(say(lost.pattern ? 'no-match' : 'not-found', { path: lost.path }));
  const cwd = uriOf(io.cwd);
  const trial = houseTrial({
    world: disk,
    opened: { folders: () => [cwd], isTrusted: () => true },
    without: () => '',
    before: new Map(),
    after,
    now: io.now(),
  });
  const rows: TriedRow[] = [];
  let articles = 0;
  for (const { path } of found.files) {
    const tried = await trial.judge(uriOf(path));
    if (tried === undefined) continue;
    articles++;
    if (tried.changes.length > 0) rows.push(rowOf(tried));
  }
  const faults = trial.faults().map((fault) => `  ${inLocale(fault, locale)}\n`);
  if (faults.length > 0) {
    const path = [...after.keys()].map(nameOf).join(', ');
    io.stderr.write(`copydesk: ${say('try-faulty', { path })}\n${faults.join('')}`);
  }
  io.stdout.write(
    values.format === 'json'
      ? `${JSON.stringify({ articles, files: rows }, undefined, 2)}\n`
      : showTrial(rows, articles, run),
  );
  return exitCodes.clean;

  function rowOf({ uri, article, changes }: TriedArticle): TriedRow {
    return {
      path: showUri(uri, io.cwd),
      changes: changes.map((change) => {
        const { line, column } = positionAt(article.lines, change.finding.at.start);
        return { ...triedChange(change, article, locale), line: line + 1, column: column + 1 };
      }),
    };
  }
}

/** The texts that the options ask to try, by uri. Throws {@link UsageError} where they ask for nothing. */
async function changed(run: Run, file: string, isThere: boolean): Promise<ReadonlyMap<string, string>> {
  const { say, values } = run;
  const texts = new Map<string, string>();
  const textOf = (uri: string): string => {
    const read = texts.get(uri) ?? textAt(pathOf(uri) ?? '');
    return typeof read === 'string' ? read : read && 'text' in read ? read.text : '';
  };
  if (values.house !== undefined) texts.set(file, (await openInput(run, values.house)).text);
  for (const setting of values.set ?? []) {
    const [, name = '', value = ''] = /^\s*([^=\s]+)\s*=\s*(.*?)\s*$/u.exec(setting) ?? [];
    const path = name.split('.');
    if (name === '' || value === '' || path.includes('')) throw new UsageError(say('bad-setting', { value: setting }));
    const text = textOf(file);
    const edit =
      setSetting(text, path, settingValue(value)) ?? setSetting(text, [...path, 'severity'], settingValue(value));
    if (edit === undefined) throw new UsageError(say('try-no-place', { what: setting, path: nameOf(file) }));
    texts.set(file, applyEdits(text, [plain(edit, value)]));
  }
  // A list of terms is read beside a house file alone.
  const terms = isThere ? joinUri(parentUri(file) ?? file, termsFile) : file;
  for (const asked of values.term ?? []) {
    const text = textOf(terms);
    const edit = addItem(text, ['terms'], termOf(asked, say), []);
    if (edit === undefined) throw new UsageError(say('try-no-place', { what: asked, path: nameOf(terms) }));
    texts.set(terms, applyEdits(text, [edit]));
  }
  if (texts.size === 0) throw new UsageError(say('try-nothing'));
  return texts;
}

/** `USE not NOT`, `not NOT`, in Chinese 写 USE 不写 NOT, with commas between several. */
function termOf(asked: string, say: Run['say']): Written {
  const [use, not, more] = asked.split(/(?:^|\s+)not\s+|\s*不写\s*/u).map((part) => part.trim());
  const words = (not ?? '').split(/\s*[,，、]\s*/).filter((word) => word !== '');
  if (use === undefined || words.length === 0 || more !== undefined)
    throw new UsageError(say('bad-term', { value: asked }));
  return { ...(use === '' ? {} : { use: use.replace(/^写\s*/u, '') }), not: words };
}

/** `true` and `8` are meant as what they are, not as texts that look like them. */
function plain(edit: TextEdit, value: string): TextEdit {
  if (!/^(?:true|false|null|\d+(?:\.\d+)?)$/.test(value)) return edit;
  return { ...edit, text: edit.text.replace(`'${value}'`, value).replace(`"${value}"`, value) };
}

/** A value as one writes it in a house file: a word, or a list in brackets. */
function settingValue(text: string): Written {
  const list = /^\[(.*)\]$/.exec(text)?.[1];
  return list === undefined ? text : list.split(/\s*[,，]\s*/).filter((item) => item !== '');
}
