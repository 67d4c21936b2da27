import { parse } from 'yaml';
import { type Dialect, type DialectName, dialectNamed } from './dialects.ts';

/**
 * A template of ours, whose front matter is YAML, with the front matter of another dialect. One that says what cannot be
 * turned line by line stays as it is.
 */
export function inDialect(template: string, name: DialectName): string {
  const dialect = dialectNamed(name);
  const lines = template.split('\n');
  const close = lines.indexOf('---', 1);
  if (name === 'yaml' || lines[0] !== '---' || close === -1) return template;
  const turned = lines.slice(1, close).map((line) => turn(line, dialect));
  if (turned.includes(undefined)) return template;
  const open = name === 'json' ? '{' : dialect.close;
  return [open, ...turned, dialect.close, ...lines.slice(close + 1)].join('\n');
}

/** A line `key: value`, where the value is one slot or has none; `undefined` for others. */
function turn(line: string, dialect: Dialect): string | undefined {
  if (/^\{\{[^{}]+\}\}$/.test(line)) return line;
  const [, key, value] = /^([\w-]+): (\S.*)$/.exec(line) ?? [];
  if (key === undefined || value === undefined) return undefined;
  const written = /^\{\{[^{}]+\}\}$/.test(value) ? value : literal(value, dialect);
  return written === undefined ? undefined : `${dialect.head(key)}${written}${dialect.kind === 'json' ? ',' : ''}`;
}

function literal(value: string, { scalar, list }: Dialect): string | undefined {
  if (value.includes('{{')) return undefined;
  const read: unknown = parse(value);
  if (typeof read === 'string') return scalar(read);
  return Array.isArray(read) && read.every((item) => typeof item === 'string') ? list(read) : undefined;
}
