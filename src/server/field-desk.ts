import type { Connection } from 'vscode-languageserver';
import { fieldOfRole, reasonFor, stageOf } from '../checks/front-matter-fields.ts';
import {
  changeStage,
  isWritable,
  missingFor,
  progressOf,
  stageWord,
  valuesIn,
  writeField,
} from '../engine/field-form.ts';
import { type Surroundings, valuesOf } from '../engine/field-values.ts';
import { itemType, typesOfField } from '../house/field-types.ts';
import { type Field, type House, stages } from '../house/house.ts';
import type { Locale } from '../model/finding.ts';
import type { TextEdit } from '../model/range.ts';
import { lspRange } from './diagnostics.ts';
import type { DeskRequests, EditsOfVersion, FieldForm } from './protocol.ts';
import type { Reviewed } from './reviews.ts';
import { say } from './words.ts';

/** What answering questions about fields needs of the server. */
export interface FieldAnswering {
  current(uri: string): Promise<Reviewed | undefined>;
  around(reviewed: Reviewed): Promise<Surroundings>;
  now(): number;
  locale(): Locale;
}

/** Answers Set Field… and Change Stage…. */
export function answerFields(connection: Connection, server: FieldAnswering): void {
  function answer<M extends 'copydesk/fields' | 'copydesk/setField' | 'copydesk/stages' | 'copydesk/changeStage'>(
    method: M,
    handler: (params: DeskRequests[M]['params'], reviewed: Reviewed) => Promise<DeskRequests[M]['result']>,
  ): void {
    connection.onRequest(method as string, async (params: DeskRequests[M]['params']): Promise<unknown> => {
      const reviewed = await server.current(params.uri);
      return reviewed?.isArticle && isWritable(reviewed.article) ? handler(params, reviewed) : null;
    });
  }

  answer('copydesk/fields', async (_, reviewed) => {
    const around = await server.around(reviewed);
    const { house } = reviewed.inForce;
    const fields = house.fields.flatMap((field) => formOf(field, reviewed, around, server.locale()) ?? []);
    return { version: reviewed.version, fields };
  });

  answer('copydesk/setField', async ({ key, values }, reviewed) => {
    const { house } = reviewed.inForce;
    const field = house.fields.find((one) => one.key === key);
    if (field === undefined) throw new RangeError(say(server.locale(), 'noField', { key }));
    return editsOf(reviewed, writeField(reviewed.article, house, field, values));
  });

  answer('copydesk/stages', async (_, reviewed) => stagesOf(reviewed, server.locale()));

  answer('copydesk/changeStage', async ({ stage }, reviewed) => {
    const wanted = stages.find((one) => one === stage);
    const { article, inForce } = reviewed;
    return editsOf(reviewed, wanted ? changeStage(article, inForce.house, wanted, server.now()) : []);
  });
}

/** A field as the form asks for it; `undefined` for what a form cannot ask for (links, maps, allowances). */
function formOf(
  field: Field,
  { article, inForce }: Reviewed,
  around: Surroundings,
  locale: Locale,
): FieldForm | undefined {
  const { shape } = typesOfField[field.type];
  if (shape === 'links' || shape === 'map' || field.role === 'allow') return undefined;
  const { house } = inForce;
  const type = itemType(field);
  const people = (house.staff ?? []).map(({ name, roles }) => ({ value: name, label: roles.join('、') }));
  const known = valuesOf(field, house, around).map(({ value, label }) => ({ value, label: label[locale] }));
  const open = field.values === undefined ? type !== 'boolean' : field.open === true;
  return {
    key: field.key,
    label: field.label[locale],
    help: field.help[locale],
    type: typesOfField[field.type].words[locale],
    many: shape === 'many',
    open,
    required: reasonFor(field, article, house, stageOf(article, house)) !== undefined,
    values: valuesIn(article, field),
    choices: type === 'person' ? [...known, ...people] : known,
    ...(field.maxLength === undefined ? {} : { maxLength: field.maxLength }),
  };
}

function stagesOf(
  { article, inForce, findings, version }: Reviewed,
  locale: Locale,
): DeskRequests['copydesk/stages']['result'] {
  const { house } = inForce;
  if (fieldOfRole(house, 'stage') === undefined) return null;
  const labels = (fields: readonly Field[]): readonly string[] => fields.map(({ label }) => label[locale]);
  return {
    version,
    stage: progressOf(article, house).stage,
    // What is missing is told for each stage apart.
    errors: findings.filter(({ severity, check }) => severity === 'error' && check !== 'missing-field').length,
    stages: stages.map((stage) => ({
      stage,
      label: stageWord(house, stage),
      missing: labels(missingFor(article, house, stage)),
    })),
  };
}

function editsOf({ article, version }: Reviewed, edits: readonly TextEdit[]): EditsOfVersion {
  return { version, edits: edits.map((edit) => ({ range: lspRange(article.lines, edit), newText: edit.text })) };
}

/** What the status bar says of an article's stage. */
export function stageShown(
  article: Reviewed['article'],
  house: House,
): { readonly stage: string; readonly missing: number } | undefined {
  if (fieldOfRole(house, 'stage') === undefined) return undefined;
  const { stage, missing } = progressOf(article, house);
  return { stage: stageWord(house, stage), missing };
}
