/** What a picture says of itself in its own file: IPTC-IIM (application record 2), else XMP. */
export interface PictureWords {
  /** '' where it says none. */
  readonly caption: string;
  /** Who took it; nobody where it does not say. */
  readonly photographers: readonly string[];
}

/** Datasets of IPTC-IIM 4.2 that are read: By-line, Credit, Caption/Abstract. */
const byLine = 80;
const captionSet = 120;

/** Longer captions are none. Characters. */
const longest = 2000;

/**
 * The words in the head of a picture's file; empty where there are none, or it is no JPEG. Never throws, and takes time
 * that grows with the head.
 */
export function pictureWords(head: Uint8Array): PictureWords {
  let iptc: PictureWords | undefined;
  let xmp: PictureWords | undefined;
  for (const { marker, start, end } of segments(head)) {
    const body = head.subarray(start, end);
    if (marker === 0xed && iptc === undefined) iptc = readIptc(body);
    else if (marker === 0xe1 && xmp === undefined && startsWith(body, 'http://ns.adobe.com/xap/1.0/'))
      xmp = readXmp(new TextDecoder().decode(body));
  }
  return {
    caption: iptc?.caption || xmp?.caption || '',
    photographers: iptc?.photographers.length ? iptc.photographers : (xmp?.photographers ?? []),
  };
}

interface Segment {
  readonly marker: number;
  readonly start: number;
  readonly end: number;
}

/** The segments of a JPEG up to its picture (ITU T.81, B.1.1). */
function* segments(bytes: Uint8Array): Iterable<Segment> {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return;
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const length = word(bytes, at + 2);
    if (marker === 0xda || length < 2) return;
    yield { marker, start: at + 4, end: Math.min(bytes.length, at + 2 + length) };
    at += 2 + length;
  }
}

const word = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

function startsWith(bytes: Uint8Array, text: string): boolean {
  for (let index = 0; index < text.length; index++) if (bytes[index] !== text.charCodeAt(index)) return false;
  return true;
}

/** Photoshop's image resources, of which 0x0404 is the IPTC record. */
function readIptc(body: Uint8Array): PictureWords | undefined {
  if (!startsWith(body, 'Photoshop 3.0\0')) return undefined;
  let at = 14;
  while (at + 12 <= body.length && startsWith(body.subarray(at), '8BIM')) {
    const id = word(body, at + 4);
    // A Pascal string, padded to an even length.
    const named = at + 6 + (((body[at + 6] ?? 0) + 2) & ~1);
    const length = (word(body, named) << 16) | word(body, named + 2);
    const start = named + 4;
    if (id === 0x0404) return readRecord(body.subarray(start, Math.min(body.length, start + length)));
    if (length < 0) return undefined;
    at = start + length + (length & 1);
  }
  return undefined;
}

function readRecord(bytes: Uint8Array): PictureWords {
  let caption = '';
  const photographers: string[] = [];
  let isUtf8 = false;
  for (let at = 0; at + 5 <= bytes.length && bytes[at] === 0x1c; ) {
    const record = bytes[at + 1];
    const set = bytes[at + 2];
    const length = word(bytes, at + 3);
    // Extended datasets are longer than any words.
    if (length > 0x7fff) break;
    const value = bytes.subarray(at + 5, at + 5 + length);
    // ESC % G
    if (record === 1 && set === 90) isUtf8 = value[0] === 0x1b && value[1] === 0x25 && value[2] === 0x47;
    else if (record === 2 && set === captionSet) caption = clean(decoded(value, isUtf8));
    else if (record === 2 && set === byLine) photographers.push(...namesIn(decoded(value, isUtf8)));
    at += 5 + length;
  }
  return { caption, photographers };
}

/** UTF-8 where it is said to be, or is; the rest of Chinese newsrooms write GB18030. */
function decoded(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: !isUtf8 }).decode(bytes);
  } catch {
    try {
      return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    } catch {
      return '';
    }
  }
}

/** The few properties of an XMP packet that are wanted; the packet is XML as cameras and desks write it. */
function readXmp(text: string): PictureWords {
  const items = (property: string): readonly string[] => {
    const from = text.indexOf(`<${property}>`);
    const to = from < 0 ? -1 : text.indexOf(`</${property}>`, from);
    if (to < 0) return [];
    const inside = text.slice(from, Math.min(to, from + 4 * longest));
    return [...inside.matchAll(/<rdf:li[^<>]{0,80}>([^<]*)<\/rdf:li>/g)].map(([, item = '']) =>
      clean(withEntities(item)),
    );
  };
  return { caption: items('dc:description')[0] ?? '', photographers: items('dc:creator').flatMap(namesIn) };
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const withEntities = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => entities[name] ?? whole);

/** On one line, without what nobody sees. */
function clean(text: string): string {
  const line = text.replace(/[\s\0-\x1f\ufeff\u200b]+/g, ' ').trim();
  return line.length > longest ? '' : line;
}

function namesIn(text: string): readonly string[] {
  return clean(text)
    .split(/[、,，;；/]/)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name.length <= 40);
}
