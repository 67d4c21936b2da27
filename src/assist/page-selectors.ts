import type { HouseValue } from './house-value.ts';

const most = 300;
/** Elements that a page has one of and that hold what their name says. */
const telling = new Set(['h1', 'article', 'main']);

/**
 * CSS selectors of the elements of a saved page that are likely to be slots: by id, by class, and the headline; each
 * with what stands in it. The page is looked through, not parsed: what is offered is only offered.
 */
export function* selectorsOf(html: string): Iterable<HouseValue> {
  const found = new Set<string>();
  for (const tag of html.matchAll(/<([a-z][a-z0-9]*)\b([^<>]{0,400})>([^<]{0,60})/gi)) {
    const [, name = '', attributes = '', inner = ''] = tag;
    if (found.size >= most) return;
    const text = inner.replace(/\s+/g, ' ').trim();
    for (const selector of selectorsOfTag(name.toLowerCase(), attributes)) {
      if (found.has(selector)) continue;
      found.add(selector);
      yield { value: selector, about: { en: text, zh: text } };
    }
  }
}

function selectorsOfTag(name: string, attributes: string): readonly string[] {
  const id = /\bid\s*=\s*["']?([A-Za-z][\w-]{0,60})(?=["'\s/]|$)/.exec(attributes)?.[1];
  const classes = /\bclass\s*=\s*["']([^"']{1,200})["']/.exec(attributes)?.[1]?.split(/\s+/) ?? [];
  const first = classes.find((one) => /^[A-Za-z][\w-]*$/.test(one));
  return [...(id ? [`#${id}`] : []), ...(first ? [`.${first}`] : []), ...(telling.has(name) ? [name] : [])];
}
