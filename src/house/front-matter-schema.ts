import { type Schema, Validator } from '@cfworker/json-schema';
import { limitWork, TooMuchWork, trialValues } from './schema-budget.ts';
import { isTame, longestMatched } from './tame-pattern.ts';

/** What is wrong by the schema: which of its words, and where in the value (`['related', '0', 'url']`). */
export interface SchemaError {
  readonly keyword: string;
  readonly path: readonly string[];
  /** What the schema asks for there: the value of the keyword. */
  readonly wanted: unknown;
}

/** A JSON Schema that front matter can be held against. */
export interface FrontMatterSchema {
  /** The schema's own text. */
  readonly text: string;
  /** Errors in the order of the schema; a failed alternative (`anyOf`) is one error. */
  check(value: unknown): readonly SchemaError[];
}

/** Why a schema is not used, or which part of it is not. */
interface SchemaFault {
  readonly code:
    | 'schema-json'
    | 'schema-no-json'
    | 'schema-long'
    | 'schema-remote'
    | 'schema-pattern'
    | 'schema-work'
    | 'schema-missing';
  readonly actual: string;
}

/** Larger than this a schema is not read. UTF-16 units. */
const largest = 200_000;
/** Keywords that only lead to others, which say what is wrong. */
const leading: ReadonlySet<string> = new Set([
  'properties',
  'items',
  'prefixItems',
  'allOf',
  '$ref',
  'if',
  'then',
  'else',
  'dependentSchemas',
  'patternProperties',
  'additionalProperties',
  'unevaluatedProperties',
  'additionalItems',
  'contains',
]);
const alternatives: ReadonlySet<string> = new Set(['anyOf', 'oneOf', 'not']);

/**
 * Reads a JSON Schema (drafts 4 to 2020-12). References to other documents are refused, so nothing is fetched;
 * patterns that could take forever are left out, and told. Never throws.
 */
export function readFrontMatterSchema(text: string): {
  readonly schema: FrontMatterSchema | undefined;
  readonly faults: readonly SchemaFault[];
} {
  if (text.length > largest)
    return { schema: undefined, faults: [{ code: 'schema-long', actual: String(largest / 1000) }] };
  const json = parse(text);
  if (!isRecord(json)) return { schema: undefined, faults: [{ code: 'schema-no-json', actual: '' }] };
  const faults: SchemaFault[] = [];
  const own = withoutDanger(json, faults) as Schema;
  if (faults.some(({ code }) => code === 'schema-remote')) return { schema: undefined, faults };
  try {
    const begin = limitWork(own);
    const validator = new Validator(own, draftOf(json.$schema), false);
    const check = (value: unknown): readonly SchemaError[] => {
      begin();
      return checked(validator, own, value);
    };
    for (const value of trialValues(own)) {
      if (!endsInTime(validator, value, begin)) {
        return { schema: undefined, faults: [...faults, { code: 'schema-work', actual: '' }] };
      }
    }
    return { schema: { text, check }, faults };
  } catch (error) {
    const actual = error instanceof Error ? error.message.slice(0, 80) : '';
    return { schema: undefined, faults: [...faults, { code: 'schema-json', actual }] };
  }
}

/** Whether a value can be held against a schema with a sane amount of work. */
function endsInTime(validator: Validator, value: unknown, begin: () => void): boolean {
  begin();
  try {
    validator.validate(value);
    return true;
  } catch (error) {
    return !(error instanceof TooMuchWork);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function draftOf(named: unknown): '4' | '7' | '2019-09' | '2020-12' {
  const text = typeof named === 'string' ? named : '';
  if (/draft-0?4/.test(text)) return '4';
  if (/2019-09/.test(text)) return '2019-09';
  return /draft-0?[67]/.test(text) ? '7' : '2020-12';
}

/**
 * A copy of a schema without patterns that could hang, noting those and references to elsewhere. The others ask of
 * short texts only: what is quick on a slug may be slow on a story.
 */
function withoutDanger(node: unknown, faults: SchemaFault[], depth = 0): unknown {
  if (depth > 60) return {};
  if (Array.isArray(node)) return node.map((item) => withoutDanger(item, faults, depth + 1));
  if (!isRecord(node)) return node;
  const out: Record<string, unknown> = {};
  const matching: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) {
    if (key === '__proto__') continue;
    if (/^\$(?:ref|dynamicRef|recursiveRef)$/.test(key) && typeof value === 'string' && !value.startsWith('#')) {
      faults.push({ code: 'schema-remote', actual: value.slice(0, 80) });
    } else if (key === 'pattern' && typeof value === 'string' && !isTame(value)) {
      faults.push({ code: 'schema-pattern', actual: value.slice(0, 80) });
      continue;
    } else if (key === 'patternProperties' && isRecord(value)) {
      const wild = Object.keys(value).filter((pattern) => !isTame(pattern));
      for (const pattern of wild) faults.push({ code: 'schema-pattern', actual: pattern.slice(0, 80) });
      out[key] = withoutDanger(
        Object.fromEntries(Object.entries(value).filter(([one]) => !wild.includes(one))),
        faults,
        depth + 1,
      );
      continue;
    } else if (key === 'format' && (value === 'url' || value === 'regex')) {
      // The validator's own expression for these may backtrack.
      if (value === 'url') matching[key] = 'uri';
      continue;
    } else if ((key === 'pattern' || key === 'format') && typeof value === 'string') {
      matching[key] = value;
      continue;
    } else if (key === '$id' || key === 'id') {
      // Names of a document elsewhere would make references to this one look remote.
      if (typeof value === 'string') continue;
    }
    out[key] = key === 'enum' || key === 'const' || key === 'default' ? value : withoutDanger(value, faults, depth + 1);
  }
  if (Object.keys(matching).length > 0) {
    const others: unknown[] = Array.isArray(out.allOf) ? out.allOf : [];
    out.allOf = [...others, { if: { minLength: longestMatched + 1 }, else: matching }];
  }
  return out;
}

/** Whether any text in a value is longer than patterns are run on. */
function isLong(value: unknown): boolean {
  if (typeof value === 'string') return value.length > longestMatched;
  return typeof value === 'object' && value !== null && Object.values(value).some(isLong);
}

/** Whether a name in a value is longer than that: no name that anybody would give. */
function hasLongName(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, inner]) => name.length > longestMatched || hasLongName(inner));
}

/** Whether anything in a schema depends on patterns or formats. */
function matches(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(matches);
  if (!isRecord(node)) return false;
  return Object.entries(node).some(
    ([key, value]) =>
      (typeof value === 'string' && (key === 'pattern' || key === 'format' || key === '$ref')) || matches(value),
  );
}

/** Whether an error may stand only because a long text was not matched: where a match is what is wrong, or decides. */
function isDoubtful({ keyword, keywordLocation, instanceLocation }: Output, schema: Schema, value: unknown): boolean {
  const asked =
    keyword === 'not' || keyword === 'oneOf'
      ? [segments(keywordLocation)]
      : segments(keywordLocation).flatMap((part, index, all) =>
          part === 'then' || part === 'else' ? [[...all.slice(0, index), 'if']] : [],
        );
  return asked.some((path) => matches(at(schema, path))) && isLong(at(value, segments(instanceLocation)));
}

type Output = ReturnType<Validator['validate']>['errors'][number];

function checked(validator: Validator, schema: Schema, value: unknown): readonly SchemaError[] {
  let errors: readonly Output[];
  // Names are matched too (`patternProperties`).
  if (hasLongName(value)) return [];
  try {
    ({ errors } = validator.validate(value));
  } catch {
    // A reference that leads nowhere, or more work than anybody waits for: nothing can be said.
    return [];
  }
  const failed = errors.filter(({ keyword }) => alternatives.has(keyword)).map((error) => error.keywordLocation);
  const found: SchemaError[] = [];
  const seen = new Set<string>();
  for (const error of errors) {
    const { keyword, keywordLocation, instanceLocation } = error;
    if (isDoubtful(error, schema, value)) continue;
    if (leading.has(keyword) || failed.some((at) => keywordLocation.startsWith(`${at}/`))) continue;
    const path = segments(instanceLocation);
    const name = keyword === 'false' ? 'additionalProperties' : keyword;
    const key = `${name} ${path.join('/')} ${keywordLocation}`;
    if (seen.has(key)) continue;
    seen.add(key);
    found.push({ keyword: name, path, wanted: at(schema, segments(keywordLocation)) });
  }
  // The validator takes a property whose value is wrong for one that the schema does not know.
  const told = found.filter(({ keyword }) => keyword !== 'additionalProperties').map(({ path }) => path.join('/'));
  return found.filter(({ keyword, path }) => {
    const own = path.join('/');
    return keyword !== 'additionalProperties' || !told.some((other) => other === own || other.startsWith(`${own}/`));
  });
}

const segments = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => unescaped(part).replace(/~1/g, '/').replace(/~0/g, '~'));

function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** What stands at a place of the schema, references followed. */
function at(schema: unknown, path: readonly string[]): unknown {
  let node: unknown = schema;
  for (const name of path) {
    if (!isRecord(node) && !Array.isArray(node)) return undefined;
    const next: unknown = Object.hasOwn(node, name) ? Reflect.get(node, name) : undefined;
    node = name === '$ref' && typeof next === 'string' ? at(schema, segments(next)) : next;
  }
  return node;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
