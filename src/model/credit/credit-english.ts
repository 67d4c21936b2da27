import type { Person, Piece, Problem } from '../byline/byline.ts';
import { englishNames, isEnglishName, isEnglishOutlet } from '../byline/english/english-names.ts';
import type { Credit, CreditKind } from './credit.ts';

const label =
  /^(?!AP )(Photograph(?:y|s|er)?|Photos?|Pictures?|Images?|Illustrations?|Graphics?|Cartoon|Credit|Image credit|Photo credit|Picture credit|Video|Map|Chart)(?:s)?(?: by|(?: ?courtesy)? of| from|:| \||:? ?©)+ */i;
const knownAgency =
  /^(?:Reuters|AP|AFP|EPA|PA|Xinhua|Getty(?: Images)?|Getty Images|AP Photo|Associated Press|Agence France-Presse|Bloomberg|Shutterstock|Alamy(?: Stock Photo)?|Kyodo|Yonhap|Unsplash|Pexels|IC|IC ?Photo|CFP|VCG|ZUMA(?: Press)?|Rex(?: Features)?|Handout|Pool|File)$/i;
const nobody = /^(?:the )?(?:internet|web|social media|online|google(?: images)?|unknown|various sources)$/i;
/** Words of organisations' names. */
const organisation =
  /\b(?:Museum|University|Council|Police|Department|Ministry|Agency|Press|Images|Club|College|School|Hospital|Institute|Company|Ltd|Inc|Office|Library|Society|Association|Archive|Gallery)\b/;
const aiMade =
  /\b(?:AI|artificial intelligence)[- ](?:generated|made|created|illustration|image)|(?:generated|created|made) (?:by|with|using) (?:an? )?(?:AI|artificial intelligence|Midjourney|DALL|ChatGPT|Stable Diffusion|generative)/i;

/**
 * Reads an English picture credit, in brackets or at the end of a caption: `(Photo: A/Agency)`, `Photo by A`,
 * `Courtesy of A`, `A/Reuters`, `© A`. `undefined` when there is none.
 */
export function readEnglishCredit(text: string, s: string, from: number, to: number): Credit | undefined {
  let end = to;
  if (s.charAt(end - 1) === '.' && s.charAt(end - 2) === ')') end--;
  if (s.charAt(end - 1) === ')' || s.charAt(end - 1) === ']') {
    const opener = s.charAt(end - 1) === ')' ? '(' : '[';
    const open = s.lastIndexOf(opener, end - 2);
    if (open < from || end - open > 160) return undefined;
    const inner = readInner(text, s, open + 1, end - 1, true);
    return inner && { ...inner, from: open, to: end };
  }
  const opened = s.lastIndexOf('(', to - 1);
  if (opened >= from && to - opened < 120) {
    const inner = readInner(text, s, opened + 1, to, false);
    if (inner) {
      const problems: Problem[] = [
        ...inner.problems,
        { code: 'unclosed-bracket', from: opened, to: opened + 1, at: to },
      ];
      return { ...inner, from: opened, to, ok: false, problems };
    }
  }
  while (end > from && ' .'.includes(s.charAt(end - 1))) end--;
  // The last sentence, then the whole.
  const tail = s.slice(Math.max(from, end - 160), end);
  const base = Math.max(from, end - 160);
  const starts = [...tail.matchAll(/(?:[.!?] |\n|\| )(?=\S)/g)]
    .map((match) => base + match.index + match[0].length)
    .reverse();
  if (base === from) starts.push(from);
  for (const start of starts) {
    const found = readInner(text, s, start, end, false);
    if (found) return found;
  }
  return undefined;
}

function readInner(text: string, s: string, from: number, to: number, bracketed: boolean): Credit | undefined {
  while (from < to && s.charCodeAt(from) === 32) from++;
  while (to > from && s.charCodeAt(to - 1) === 32) to--;
  const clause = s.slice(from, to);
  const piece = (a: number, b: number): Piece => ({ text: text.slice(a, b), from: a, to: b });
  const problems: Problem[] = [];
  let agency: Piece | undefined;
  const people: Person[] = [];
  let archive = false;
  let kind: CreditKind = 'signed';
  const done = (ai = false): Credit => ({
    kind,
    from,
    to,
    outlet: undefined,
    agency,
    date: undefined,
    people,
    archive,
    ai,
    ok: problems.length === 0,
    problems,
  });
  if (clause.length > 160) return undefined;
  if (aiMade.test(clause) && clause.length <= 80) {
    kind = 'ai';
    return done(true);
  }
  if (/^(?:file|archive|library|stock) (?:photo|picture|image|pic)s?$/i.test(clause)) {
    kind = 'archive';
    archive = true;
    return done();
  }
  const courtesy =
    /^(?:(?:photo|picture|image)s? )?(?:courtesy(?: of|:)?|supplied by|provided by|handout from|via) +/i.exec(clause);
  if (courtesy) {
    kind = 'supplied';
    const giver = s.slice(from + courtesy[0].length, to);
    // Courtesy costs nothing.
    if (!/(?:of|:|by|from|via)\s*$/i.test(courtesy[0]) && !/^(?:[A-Z@]|the )/.test(giver)) return undefined;
    // A person when it reads as one and no word of it is an organisation's.
    if (/^\S+ \S+(?: \S+)?$/.test(giver) && isEnglishName(giver) && !organisation.test(giver)) {
      const at = from + courtesy[0].length;
      people.push({ ...piece(at, to), name: text.slice(at, to), role: courtesy[0].trim() });
    } else {
      agency = piece(from + courtesy[0].length, to);
    }
    return done();
  }
  if (
    /^(?:supplied|handout|screenshot|screengrab|contributed|(?:supplied|contributed|submitted|courtesy|handout) (?:photo|picture|image)s?)$/i.test(
      clause,
    )
  ) {
    kind = 'supplied';
    return done();
  }
  const copyright = /^(?:©|\(c\)|copyright) ?(?:\d{4} )?/i.exec(clause);
  // Photo: Anna Field; Illustration: Tom Brook
  const second = /; (?=[A-Z])/.exec(clause);
  if (second && label.test(clause) && label.test(clause.slice(second.index + 2))) {
    const first = readInner(text, s, from, from + second.index, bracketed);
    const rest = readInner(text, s, from + second.index + 2, to, bracketed);
    return (
      first && rest && { ...first, to, people: [...first.people, ...rest.people], agency: first.agency ?? rest.agency }
    );
  }
  const labelled =
    label.exec(clause) ??
    /^(Image source), /i.exec(clause) ??
    // [Photo/Harbour Agency]
    (bracketed ? /^(Photo|Picture|Image)s?\/(?=[A-Z])/.exec(clause) : null) ??
    copyright;
  let at = from + (labelled?.[0].length ?? 0);
  const file = /^(?:file|archive) (?:photo|picture|image)s?(?: by|:|,)? +/i.exec(s.slice(at, to));
  if (file) {
    archive = true;
    at += file[0].length;
  }
  const role = labelled && !copyright ? labelled[1] : file ? file[0].trim().replace(/[:,]$/, '') : undefined;
  let rest = s.slice(at, to);
  if (rest === '') return undefined;
  if (nobody.test(rest)) {
    problems.push({ code: 'untraceable', from: at, to });
    kind = 'source';
    return labelled ? done() : undefined;
  }
  // AP Photo/Anna Field, File; Photo: Harbour Press file
  const kept = /(?:, | )(?:file|archive)(?: (?:photo|picture|image))?$/i.exec(rest);
  if (kept && kept.index > 0 && (labelled || file || bracketed || rest.includes('/'))) {
    archive = true;
    rest = rest.slice(0, kept.index);
    to = at + rest.length;
    // Photo: Harbour Press file: who keeps pictures is an organisation.
    if (labelled && !/[/,]/.test(rest) && / $|^ /.test(kept[0].slice(0, 1))) {
      agency = piece(at, to);
      kind = 'archive';
      return done();
    }
  }
  // AP Photo/Anna Field: the agency first.
  // Photo by Anna Field for the Harbour Times; Photo by Anna Field, Harbour Times
  const whose =
    /^(.*[^ ,|])( for (?:the )?|, | \| | on (?=(?:Unsplash|Pexels|Pixabay|Flickr|Wikimedia|Shutterstock)))([A-Z][\w .&'’-]{2,40})$/.exec(
      rest,
    );
  if (labelled && whose?.[1] && whose[3] && (isEnglishOutlet(whose[3]) || whose[2] !== ', ')) {
    agency = piece(to - whose[3].length, to);
    rest = whose[1];
    to = at + rest.length;
  }
  const first =
    /^([A-Z]{2,8}|Getty|Reuters|Xinhua|Bloomberg|Kyodo|Yonhap)(?: (?:Photo|Images?|Pictures?))?\/(?=[A-Z][a-z])/.exec(
      rest,
    );
  if (first?.[1]) {
    const spans = englishNames(s, at + first[0].length, to);
    if (spans) {
      agency = piece(at, at + first[1].length);
      for (const span of spans)
        people.push({ ...piece(span.from, span.to), name: text.slice(span.from, span.to), role });
      return done();
    }
  }
  const slash = /(?: ?\/ ?| via |, (?=(?:Reuters|AP|AFP|EPA|Xinhua|Getty|Bloomberg)))/.exec(rest);
  if (slash) {
    const agencyAt = at + slash.index + slash[0].length;
    const name = s.slice(agencyAt, to);
    if (!labelled && !file && !knownAgency.test(name) && !bracketed && !isEnglishOutlet(name)) return undefined;
    if (!labelled && !file && !/^[A-Z]/.test(name)) return undefined;
    agency = piece(agencyAt, to);
    rest = rest.slice(0, slash.index);
    kind = 'signed';
  } else if (!labelled && !file) {
    if ((bracketed || rest.length === text.trim().length) && knownAgency.test(rest)) {
      kind = 'stock';
      agency = piece(at, to);
      return done();
    }
    return undefined;
  }
  if (rest === '' || /^(?:file|handout|pool)$/i.test(rest)) {
    archive ||= /^file$/i.test(rest);
    return done();
  }
  if (knownAgency.test(rest)) {
    agency = agency ?? piece(at, at + rest.length);
    kind = 'stock';
    return done();
  }
  const spans = englishNames(s, at, at + rest.length);
  if (!spans) {
    if (!labelled) return undefined;
    if (/^[A-Z]/.test(rest) && rest.length <= 80) {
      agency ??= piece(at, at + rest.length);
      kind = 'source';
      return done();
    }
    return undefined;
  }
  if (spans.length === 1 && organisation.test(rest)) {
    agency ??= piece(at, at + rest.length);
    kind = 'source';
    return done();
  }
  for (const span of spans) people.push({ ...piece(span.from, span.to), name: text.slice(span.from, span.to), role });
  return isEnglishName(people[0]?.name ?? '') ? done() : undefined;
}
