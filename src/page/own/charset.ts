/** How much of a page is looked through for its encoding, in bytes. HTML asks for 1024; saved pages begin with comments. */
const LOOKED_AT = 4096;

/**
 * The text of a page or stylesheet that a browser saved, which may be GBK: a byte-order mark, else what the file says of
 * itself (`<meta charset>`, `@charset`), else `fallback`, else UTF-8 where the bytes are that, else GB18030. Unknown names
 * count as not said.
 *
 * @param fallback the encoding of the page that a stylesheet belongs to
 */
export function decodePage(bytes: Uint8Array, fallback?: string): { readonly text: string; readonly encoding: string } {
  const said = markOf(bytes) ?? statedEncoding(bytes);
  for (const encoding of [said, fallback]) {
    const decoder = encoding === undefined ? undefined : decoderOf(encoding);
    if (decoder) return { text: decoder.decode(bytes), encoding: decoder.encoding };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('gb18030').decode(bytes), encoding: 'gb18030' };
  }
}

function markOf([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

function statedEncoding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, LOOKED_AT));
  const css = /^@charset "([\w:.-]{1,40})";/.exec(head)?.[1];
  const said = css ?? /<meta\s[^<>]{0,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w:.-]{1,40})/i.exec(head)?.[1];
  // A file of ASCII that says so cannot be UTF-16.
  return said !== undefined && /^utf-?16/i.test(said) ? 'utf-8' : said;
}

function decoderOf(encoding: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    // GB2312 and GBK are read as what they are parts of, as browsers do.
    return new TextDecoder(/^(?:gb2312|gbk|gb_2312-80|x-gbk)$/i.test(encoding) ? 'gb18030' : encoding);
  } catch {
    return undefined;
  }
}
