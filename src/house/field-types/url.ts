import { defineFieldType } from './field-type.ts';

export const urlType = defineFieldType({
  words: { en: 'web address', zh: '网址' },
  about: { en: 'An address that begins with http:// or https://.', zh: '以 http:// 或 https:// 开头的网址。' },
  shape: 'one',
  scalar: 'text',
  example: 'https://example.com/a.html',
  refused: ['www.example.com', '没有'],
  settings: ['unique'],
  schema: { type: 'string', format: 'uri' },
  names: 'address',
  suggests: [],
  saidBy: 'bad-value',
  messages: {
    url: {
      en: '`{actual}` in `{key}` is not an address: write one such as https://example.com/',
      zh: '字段“{key}”的“{actual}”不是网址，应如 https://example.com/',
    },
  },
  *faults({ prose: { rendered } }) {
    if (isUrl(rendered)) return;
    const meant = meantUrl(rendered);
    yield { message: 'url', ...(isUrl(meant) ? { meant: { text: meant, safe: false } } : {}) };
  },
});

const isUrl = (text: string): boolean => /^https?:\/\/[^\s/]+/i.test(text);

/** An address whose scheme is left out, or was typed with full-width marks. */
function meantUrl(text: string): string {
  const plain = text.trim();
  const scheme = /^https?[:：][/／]{2}/i.exec(plain)?.[0] ?? '';
  if (scheme !== '') return `${scheme.normalize('NFKC')}${plain.slice(scheme.length)}`;
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[:/?#]\S*)?$/i.test(plain) ? `https://${plain}` : '';
}
