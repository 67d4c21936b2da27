import { type CodeAction, type CodeActionContext, CodeActionKind } from 'vscode-languageserver';
import { fieldOfKey, keysOf } from '../house/field-keys.ts';
import { isPeople, typesOfField } from '../house/field-types.ts';
import { orderFields } from '../model/front-matter/order-front-matter.ts';
import { type ListShape, reshape } from '../model/front-matter/reshape-front-matter.ts';
import type { Range, TextEdit } from '../model/range.ts';
import { type Asker, plainEdit, wants } from './actions.ts';
import type { Reviewed } from './reviews.ts';
import { say } from './words.ts';

/** The kind of the action that puts fields into the house's order; for `editor.codeActionsOnSave`, too. */
export const organizeKind = 'source.organizeFrontMatter';

/** What may be done with the front matter where nothing is wrong: its fields in order, a list in another shape. */
export function frontMatterActions(
  reviewed: Reviewed,
  range: Range,
  only: CodeActionContext['only'],
  { locale, client }: Asker,
): CodeAction[] {
  const { article, inForce, isArticle } = reviewed;
  const { frontMatter, text } = article;
  if (!isArticle || frontMatter.kind !== 'yaml') return [];
  const inside = range.start <= frontMatter.range.end;
  const actions: CodeAction[] = [];
  const offer = (title: string, kind: string, edits: readonly TextEdit[]): void => {
    if (edits.length > 0) actions.push({ title, kind, edit: plainEdit(client, reviewed, edits) });
  };
  // In a menu it stands where it concerns; on save it is asked for by name.
  if (wants({ only }, organizeKind) && (inside || only)) {
    offer(say(locale, 'organize'), organizeKind, orderFields(frontMatter, text, inForce.house.fields.map(keysOf)));
  }
  if (!wants({ only }, CodeActionKind.RefactorRewrite) || !inside) return actions;
  const entry = frontMatter.entries.find(({ lines }) => lines.start <= range.start && range.start < lines.end);
  const field = entry && fieldOfKey(inForce.house, entry.key);
  if (entry === undefined || field === undefined || typesOfField[field.type].shape !== 'many') return actions;
  const shapes: readonly (readonly [ListShape, 'asOne' | 'asFlow' | 'asBlock'])[] = [
    ['flow', 'asFlow'],
    ['block', 'asBlock'],
    ['one', 'asOne'],
  ];
  for (const [shape, title] of shapes) {
    offer(
      say(locale, title),
      CodeActionKind.RefactorRewrite,
      reshape(text, entry, shape, isPeople(field) ? 'people' : 'words'),
    );
  }
  return actions;
}
