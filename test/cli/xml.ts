import assert from 'node:assert/strict';

/** An element of XML with its attributes. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Reads XML without namespaces, comments and CDATA; throws where it is not well-formed. */
export function readXml(text: string): XmlElement {
  assert.doesNotMatch(text, /[\0-\x08\x0b\x0c\x0e-\x1f\uFFFE\uFFFF]/);
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  const token = /<\?xml version="1\.0" encoding="UTF-8"\?>|<(\/?)([\w-]+)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
  let at = 0;
  for (const match of text.matchAll(token)) {
    assert.equal(match.index, at, text.slice(at, at + 80));
    at += match[0].length;
    const [, close, name = '', given = '', empty, content] = match;
    if (content !== undefined) unescaped(content);
    else if (close === '/') assert.equal(open.pop()?.name, name);
    else if (name !== '') {
      const attributes: Record<string, string> = {};
      for (const [, key = '', value = ''] of given.matchAll(/([\w-]+)="([^"]*)"/g)) {
        assert.ok(!(key in attributes), `${key} twice`);
        attributes[key] = unescaped(value);
      }
      const element = { name, attributes, children: [] };
      open.at(-1)?.children.push(element);
      if (empty !== '/') open.push(element);
    }
  }
  assert.equal(at, text.length, text.slice(at, at + 80));
  assert.deepEqual(open, [root]);
  const [only, ...more] = root.children;
  assert.ok(only && more.length === 0, 'one root');
  return only;
}

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d+)|(\w+))?(;?)/g, (whole, code, name, end) => {
    assert.ok(end === ';' && (code !== undefined || name in entities), `${whole} is no entity`);
    return code === undefined ? (entities[name] ?? '') : String.fromCodePoint(Number(code));
  });
}
