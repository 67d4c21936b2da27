import type { Person, Piece } from './byline.ts';
import { byline } from './byline-parts.ts';
import type { Byline, Problem } from './read-byline.ts';

/** Wires and the like that sign without a person: `— Reuters`. Any name in capitals counts as one too. */
const agencies =
  /^(?:Reuters|Associated Press|The Associated Press|Agence France-Presse|Xinhua|Bloomberg|Kyodo News?|Yonhap|Press Association|Deutsche Presse-Agentur|Getty Images|Staff|Agencies|Wire services|[A-Z]{2,6})$/i;
const months =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
const dateline = new RegExp(
  `^([A-Z][A-Za-z.'’ -]{1,40}(?:, [A-Z][A-Za-z.'’ -]{1,30}?){0,2}?)(?:, (${months} \\d{1,2}(?:, \\d{4})?))? ?(?:\\(([A-Z][A-Za-z .&-]{1,30})\\))? ?(?:—|–|--|-)(?: |$)`,
);
const roleAfter =
  /^(?:(?:senior|chief|deputy|political|foreign|sports|business|health|science|environment|education|arts|staff|special|contributing|local|crime|court|city|data|news|features|night|managing|associate|assistant|executive) )*(?:reporter|correspondent|editor|writer|columnist|photographer|producer|contributor|intern|bureau chief)s?$/i;
/** Small words of names: Vincent van Gogh, Ana de la Cruz. */
const particles = new Set([
  'van',
  'von',
  'de',
  'der',
  'den',
  'la',
  'le',
  'du',
  'da',
  'dos',
  'del',
  'di',
  'bin',
  'al',
  'el',
  'ter',
  'ten',
  'y',
  'e',
  'st.',
  'af',
  'zu',
]);

/** Whether text from `from` to `to` reads as the name of a person in Latin letters: one to five words in capitals. */
export function isEnglishName(name: string): boolean {
  const parts = name.split(' ');
  if (parts.length > 6 || name.length > 60) return false;
  let capitals = 0;
  for (const part of parts) {
    if (/^[A-ZÀ-ÖØ-Þ][\p{L}\p{M}.'’-]*$/u.test(part)) capitals++;
    else if (!particles.has(part.toLowerCase()) && !/^(?:d'|al-|el-|O')/i.test(part)) return false;
  }
  return capitals > 0;
}

/** Names parted by commas, `and` and `&`; a list of spans, or `undefined` when something in it is no name. */
export function englishNames(
  s: string,
  from: number,
  to: number,
): { readonly from: number; readonly to: number }[] | undefined {
  const spans: { from: number; to: number }[] = [];
  let at = from;
  for (const part of s.slice(from, to).split(/(?:, and |, & | and | & |, |; )/)) {
    const start = s.indexOf(part, at);
    const lead = part.length - part.trimStart().length;
    const name = part.trim();
    if (name === '' || !isEnglishName(name)) return undefined;
    spans.push({ from: start + lead, to: start + lead + name.length });
    at = start + part.length;
  }
  return spans;
}

/** Reads `By A and B`, `By A, Reuters`, `— Reuters`, `LONDON (AP) —`, `LONDON, June 1 (Reuters) -`. */
export function readEnglishByline(
  text: string,
  s: string,
  from: number,
  to: number,
  where: 'head' | 'line',
): Byline | undefined {
  const piece = (a: number, b: number): Piece => ({ text: text.slice(a, b), from: a, to: b });
  const person = (a: number, b: number, role: string | undefined): Person => ({
    ...piece(a, b),
    name: text.slice(a, b),
    role,
  });
  const lineEnd = s.indexOf('\n', from);
  const end = lineEnd >= 0 && lineEnd < to ? lineEnd : to;
  const by =
    /^(by|words by|written by|story by|reported by|reporting by|text by|from|photographs by|pictures by)(?::? |:)/i.exec(
      s.slice(from, from + 24),
    );
  if (by?.[1] && (where === 'line' || /^(?:by|words by|written by|text by)$/i.test(by[1]))) {
    const start = from + by[0].length;
    const stop = where === 'line' || end - start <= 160 ? end : start;
    return readBy(
      s,
      from,
      start,
      stop,
      piece,
      person,
      /^by$/i.test(by[1]) ? undefined : text.slice(from, from + by[1].length),
    );
  }
  const head = dateline.exec(s.slice(from, Math.min(end, from + 120)));
  if (head?.[1] && (head[2] || head[3])) {
    const place = piece(from, from + head[1].trimEnd().length);
    const dateAt = head[2] ? s.indexOf(head[2], from + head[1].length) : -1;
    const outletAt = head[3] ? s.indexOf(`(${head[3]})`, from) + 1 : -1;
    const stop = from + head[0].trimEnd().length;
    if (where === 'line' && stop < to) return undefined;
    return byline('dateline', from, stop, {
      place,
      date: head[2] && dateAt >= 0 ? piece(dateAt, dateAt + head[2].length) : undefined,
      outlet: head[3] ? piece(outletAt, outletAt + head[3].length) : undefined,
    });
  }
  if (where !== 'line') return undefined;
  const sign = /^(?:—|–|--|-) ?(.{2,80})$/.exec(s.slice(from, to));
  if (sign?.[1]) {
    const at = to - sign[1].length;
    if (agencies.test(sign[1])) return byline('sign', from, to, { outlet: piece(at, to) });
    return readBy(s, from, at, to, piece, person, undefined, 'sign');
  }
  return undefined;
}

function readBy(
  s: string,
  from: number,
  start: number,
  end: number,
  piece: (a: number, b: number) => Piece,
  person: (a: number, b: number, role: string | undefined) => Person,
  word: string | undefined,
  kind = 'line',
): Byline | undefined {
  const problems: Problem[] = [];
  let to = end;
  while (to > start && ' .'.includes(s.charAt(to - 1)) && !/\b(?:Jr|Sr)\.$/.test(s.slice(start, to))) to--;
  let outlet: Piece | undefined;
  let place: Piece | undefined;
  let role = word;
  // What follows the names: `in London`, `for Reuters`, `, Associated Press`, `, political editor`, `| The Daily`.
  for (let k = 0; k < 3; k++) {
    const rest = s.slice(start, to);
    const away = /^(.*\S) (in|for|of|at) ([A-Z][^,|/]{1,50})$/.exec(rest);
    if (away?.[1] && away[3]) {
      const at = to - away[3].length;
      if (away[2] === 'in') place = piece(at, to);
      else outlet = piece(at, to);
      to = start + away[1].length;
      continue;
    }
    const after = /^(.*\S) ?[,|/] ?([^,|/]{2,50})$/.exec(rest);
    if (
      after?.[1] &&
      after[2] &&
      (agencies.test(after[2]) ||
        roleAfter.test(after[2]) ||
        /^(?:The|AP|For the) /.test(after[2]) ||
        rest.charAt(after[1].length) === '|')
    ) {
      const at = to - after[2].length;
      if (roleAfter.test(after[2])) role = piece(at, to).text;
      else outlet = piece(at, to);
      to = start + after[1].length;
      continue;
    }
    break;
  }
  if (agencies.test(s.slice(start, to))) return byline(kind, from, end, { outlet: piece(start, to), place }, problems);
  const spans = englishNames(s, start, to);
  if (!spans) return undefined;
  return byline(
    kind,
    from,
    end,
    { outlet, place, people: spans.map((span) => person(span.from, span.to, role)) },
    problems,
  );
}
