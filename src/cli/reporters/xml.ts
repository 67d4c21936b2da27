/** Text as XML 1.0 may hold it, in content and in double-quoted attributes; characters it may not hold are dropped. */
export function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\x20-\uFFFD]/gu, (unit) => ((unit.codePointAt(0) ?? 0) > 0xffff ? unit : ''))
    .replace(/[&<>"\t\n\r]/g, (mark) => entities[mark] ?? mark);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
