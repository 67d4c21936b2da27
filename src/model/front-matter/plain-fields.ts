import type { Entry, Value } from './front-matter.ts';

/** The front matter as plain data, as programs that read JSON see it; `__proto__` is a key like any other. */
export function plainFields(entries: readonly Entry[]): Readonly<Record<string, unknown>> {
  const out: Record<string, unknown> = {};
  for (const { key, value } of entries) {
    if (!Object.hasOwn(out, key))
      Object.defineProperty(out, key, { value: plain(value), enumerable: true, writable: true, configurable: true });
  }
  return out;
}

function plain(value: Value): unknown {
  switch (value.kind) {
    case 'scalar':
      return value.value;
    case 'list':
      return value.items.map(plain);
    case 'map':
      return plainFields(value.entries);
    default:
      return null;
  }
}
