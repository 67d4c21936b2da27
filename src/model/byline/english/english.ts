import { byline } from '../build-byline.ts';
import type { Byline, Person, Piece, Problem } from '../byline.ts';
import {
  englishNames,
  isEnglishName,
  isEnglishOutlet,
  roleAfterName,
  staffBefore,
  staffOnly,
} from './english-names.ts';

const month =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)';
/** A day of English datelines, `June 1`, `Nov. 3, 2024`, `3 November`: source of a pattern. */
export const englishDay = `(?:${month} \\d{1,2}(?:, \\d{4})?|\\d{1,2} ${month}(?: \\d{4})?)`;
/** `LONDON, June 1 (Reuters) -`: place, date, agency. */
const dateline = new RegExp(
  `^(?:([A-Z][A-Za-z.'’ -]{1,40}(?:, [A-Z][A-Za-z.'’ -]{1,30}?){0,2}?)(?:, (${englishDay}))?)? ?(?:\\(([A-Z][A-Za-z .&-]{1,30})\\))? ?(?:—|–|--|-)(?: |$)`,
);
/** What a newsroom calls those who report; an editor or a director is as often somebody who is written about. */
const staffTitle =
  /^(?:(?:[A-Z][\w&-]* ){0,3}(?:Reporter|Writer|Correspondent|Photographer|Columnist)|(?:staff|senior|special|contributing|senior staff) (?:reporter|writer|correspondent|photographer|columnist))$/;
/** Words that names of papers end with and names of people do not. */
const endsAsOutlet =
  / (?:News|Times|Post|Herald|Tribune|Guardian|Journal|Gazette|Chronicle|Observer|Telegraph|Courier|Magazine|Weekly|Bulletin|Examiner|Ledger|Advertiser|Dispatch|Sentinel|Monitor|Messenger|Enquirer|Inquirer|Daily|Press)$/;
const dateAtEnd = new RegExp(
  `(?:,| on| [•|·-]|(?= [A-Z\\d])) ?(?:Published |Updated )?:? ?(?:\\d{1,2}:\\d{2}(?: ?[ap]\\.?m\\.?)?,? )?(${englishDay})(?:,?(?: at)? \\d{1,2}:\\d{2}(?: ?[ap]\\.?m\\.?)?(?: [A-Z]{2,4})?)?$`,
  'i',
);
/** `Published June 1, 2024 by A`: when, before who. */
const postedOn = new RegExp(`^(?:(?:Published|Posted|Updated):?(?: on)? )?${englishDay}(?:,| ?[|•·-])? (?=by )`, 'i');
/** What opens a group of people; what it says is their role, but for a plain By. */
const label =
  /^(?:by|as told to|with files from|(?:with )?(?:(?:additional|extra|further) )?(?:reporting|report|research|writing|photography|photographs|photos|pictures|illustrations?|editing)(?: and (?:writing|reporting|photography|photos|photographs|illustrations?|research))? (?:by|from)|(?:edited|compiled|written|reported|translated|produced|posted|published|filed|submitted|contributed|photographed|illustrated|narrated|hosted|presented|reviewed|fact-checked|proofread|designed|filmed|recorded|researched|interviewed|adapted)(?: and (?:photographed|illustrated|edited|translated|directed|produced|presented))? by|(?:words|text|story)(?: and (?:pictures|photos|photographs|photography|illustrations?))?(?: by|:)|(?:photos|pictures|photographs|photography|images|video|graphics|illustrations?|audio|camera|art|design|translation|interview)(?: by|:)|(?:(?:photo|copy|desk|news|managing|assistant|contributing|staff|web|online|digital|senior|chief|executive|deputy|associate|video|language|production|sub) )?(?:author|writer|reporter|editor|photographer|contributor|contributing|correspondent|translator|proofreader|copyeditor|producer|host|narrator|designer|illustrator)s?:)(?::? +|:)/i;

/** Reads `By A and B`, `By A, Reuters`, `(Reporting by A; Editing by B)`, `— Reuters`, `LONDON, June 1 (Reuters) -`. */
export function readEnglishByline(
  text: string,
  s: string,
  from: number,
  to: number,
  where: 'head' | 'line',
): Byline | undefined {
  const piece = (a: number, b: number): Piece => ({ text: text.slice(a, b), from: a, to: b });
  const lineEnd = s.indexOf('\n', from);
  const end = lineEnd >= 0 && lineEnd < to ? lineEnd : to;
  const bracketed = where === 'line' && s.charAt(from) === '(' && s.charAt(to - 1) === ')';
  const posted = bracketed ? null : postedOn.exec(s.slice(from, Math.min(end, from + 60)));
  const start = bracketed ? from + 1 : from + (posted?.[0].length ?? 0);
  if (label.test(s.slice(start, start + 40)) && end - start <= 240) {
    const read = readLabelled(text, s, start, bracketed ? to - 1 : end);
    return read && byline('line', from, end, read, read.problems);
  }
  const head = dateline.exec(s.slice(from, Math.min(end, from + 120)));
  if (head && (head[2] || head[3] || /^[A-Z][A-Z .'’-]{2,}(?:, [A-Z][A-Za-z.]+)? ?(?:—|–|--)/.test(head[0]))) {
    const stop = from + head[0].trimEnd().length;
    if (where === 'line' && stop < to) return undefined;
    const placeTo = from + (head[1] ?? '').trimEnd().length;
    const dateFrom = head[2] ? s.indexOf(head[2], placeTo) : -1;
    const outletFrom = head[3] ? s.indexOf(`(${head[3]})`, from) + 1 : -1;
    return byline('dateline', from, stop, {
      place: head[1] ? piece(from, placeTo) : undefined,
      date: head[2] ? piece(dateFrom, dateFrom + head[2].length) : undefined,
      outlet: head[3] ? piece(outletFrom, outletFrom + head[3].length) : undefined,
    });
  }
  if (where !== 'line') return undefined;
  // Ada Quince, Bay Ledger
  const outlet = /^([A-Z][^,|/]{3,40}?)(?:, | ?[|/] ?)([A-Za-z][^,|/]{2,40})$/.exec(s.slice(from, to));
  if (
    outlet?.[1] &&
    outlet[2] &&
    (/ /.test(outlet[2]) || /^(?:Correspondent|Reporter|Columnist|Photographer)$/.test(outlet[2])) &&
    (isEnglishOutlet(outlet[2]) || staffTitle.test(outlet[2])) &&
    /^\S+ \S+(?: \S+)?$/.test(outlet[1])
  ) {
    const read = readNames(text, s, from, to, undefined);
    if (read && read.people.length === 1) return byline('line', from, to, read, read.problems);
  }
  const said = readSentence(text, s, bracketed ? from + 1 : from, bracketed ? to - 1 : to);
  if (said) return byline('note', from, to, said, said.problems);
  const sign = /^(?:—|–|--|-) ?(?:[Bb]y )?(.{2,80})$/.exec(s.slice(from, to));
  if (!sign?.[1]) return undefined;
  const at = to - sign[1].length;
  if (isEnglishOutlet(sign[1]) && !sign[1].includes(', ')) return byline('sign', from, to, { outlet: piece(at, to) });
  const read = readNames(text, s, at, to, undefined);
  return read && byline('sign', from, to, read, read.problems);
}

/** `A and B contributed to this story`, `Xinhua reporter A`: who wrote, in a sentence of its own. */
const contributed =
  /^(\S+ \S.{1,100}?) (?:also |both |all )?contributed (?:to (?:this|the) (?:story|report|article|piece)|(?:additional )?(?:reporting|research|writing|photography))(?: (?:from|for|in) [A-Z][^.]{1,60})?\.?$/;
const staffFirst =
  /^((?:The )?[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3}|Our|Staff) ((?:staff )?(?:writer|reporter|correspondent|photographer)s?):? ([A-Z].{2,80})$/;

function readSentence(text: string, s: string, from: number, to: number): Read | undefined {
  const line = s.slice(from, to);
  const [, names] = contributed.exec(line) ?? [];
  if (names !== undefined) return readNames(text, s, from, from + names.length, undefined);
  const [, outlet = '', role = '', people = ''] = staffFirst.exec(line) ?? [];
  if (people === '' || !(outlet === 'Our' || outlet === 'Staff' || isEnglishOutlet(outlet))) return undefined;
  return readNames(text, s, to - people.length, to, role);
}

interface Read {
  readonly outlet: Piece | undefined;
  readonly place: Piece | undefined;
  readonly date: Piece | undefined;
  readonly people: readonly Person[];
  readonly roles: readonly Piece[];
  readonly problems: readonly Problem[];
}

/** Groups with a label each, parted by `;`, a full stop or a comma: `Words: A. Pictures: B`. */
function readLabelled(text: string, s: string, from: number, to: number): Read | undefined {
  const problems: Problem[] = [];
  const people: Person[] = [];
  const roles: Piece[] = [];
  let outlet: Piece | undefined;
  let place: Piece | undefined;
  let when: Piece | undefined;
  let at = from;
  while (at < to) {
    const open = label.exec(s.slice(at, at + 60));
    if (!open) return undefined;
    let start = at + open[0].length;
    const again = /^by +/i.exec(s.slice(start, start + 8));
    if (again && /^by/i.test(open[0])) {
      problems.push({ code: 'doubled-role', from: start, to: start + again[0].length });
      start += again[0].length;
    }
    // The next label begins the next group.
    let stop = to;
    for (const mark of s.slice(start, to).matchAll(/(?:[;.,]| [|/•]|,? and)? +(?=\S)/g)) {
      const next = start + mark.index + mark[0].length;
      const found = label.exec(s.slice(next, next + 60));
      // A space alone parts the groups where a colon says so: Words: A Photographs: B.
      if (found && (mark[0].trim() !== '' || found[0].includes(':') || /^[A-Z].* by /.test(found[0]))) {
        stop = start + mark.index;
        break;
      }
    }
    const word = open[0].replace(/[: ]+$/, '');
    const role = /^by$/i.test(word) ? undefined : text.slice(at, at + word.length);
    if (role !== undefined) roles.push({ text: role, from: at, to: at + word.length });
    const read =
      (role === undefined ? readEach(text, s, start, stop) : undefined) ?? readNames(text, s, start, stop, role);
    // By Design: one word in small letters is no name.
    if (!read || (role === undefined && isOneWord(read))) return undefined;
    people.push(...read.people);
    problems.push(...read.problems);
    outlet ??= read.outlet;
    place ??= read.place;
    when ??= read.date;
    at = stop;
    while (at < to && ' ;.,|/•'.includes(s.charAt(at))) at++;
  }
  return { outlet, place, date: when, people, roles, problems };
}

/** One word that begins with a capital and names no more: Reuters is an outlet, MADONNA writes so. */
function isOneWord({ people, outlet, date }: Read): boolean {
  const [only] = people;
  return people.length === 1 && !outlet && !date && only !== undefined && /^[A-Z][a-z]+$/.test(only.name);
}

/** `A, The Harbour Times, and B, Tidewell Radio`, `A, science editor, and B`: each with what is theirs alone. */
function readEach(text: string, s: string, from: number, to: number): Read | undefined {
  const people: Person[] = [];
  const roles: Piece[] = [];
  let outlet: Piece | undefined;
  let at = from;
  const parts = s.slice(from, to).split(/(,? and )/);
  for (const [index, part] of parts.entries()) {
    const start = at;
    at += part.length;
    if (index % 2 === 1) continue;
    const [, name = '', standing] = /^([^,]{3,60})(?:, ([^,]{2,50}))?$/.exec(part) ?? [];
    // What stands behind the last one alone is everybody's.
    if (!/ /.test(name) || !isEnglishName(name) || (index === 0 && standing === undefined)) return undefined;
    const isRole = standing !== undefined && roleAfterName.test(standing);
    if (standing !== undefined && !isRole && !isEnglishOutlet(standing)) return undefined;
    const end = start + name.length;
    const behind = { text: text.slice(end + 2, at), from: end + 2, to: at };
    if (isRole) roles.push(behind);
    else if (standing !== undefined) outlet ??= behind;
    const role = isRole ? behind.text : undefined;
    people.push({ text: text.slice(start, end), name: text.slice(start, end), from: start, to: end, role });
  }
  return people.length > 1 ? { outlet, place: undefined, date: undefined, people, roles, problems: [] } : undefined;
}

/** Names with what may follow them: a place, an outlet, a role, a date. */
function readNames(text: string, s: string, start: number, end: number, word: string | undefined): Read | undefined {
  const piece = (a: number, b: number): Piece => ({ text: text.slice(a, b), from: a, to: b });
  const problems: Problem[] = [];
  let to = end;
  while (to > start && ' .'.includes(s.charAt(to - 1)) && !/\b(?:Jr|Sr)\.$/.test(s.slice(start, to))) to--;
  let outlet: Piece | undefined;
  let place: Piece | undefined;
  let when: Piece | undefined;
  let role = word;
  const staff = staffBefore.exec(s.slice(start, Math.min(to, start + 80)));
  if (staff?.[1] && staff[2]) {
    outlet = piece(start, start + staff[1].length);
    role = staff[2];
    start += staff[0].length;
  }
  for (let k = 0; k < 4; k++) {
    const rest = s.slice(start, to);
    const mail = /^(.*[^\s|,•])(?: ?[|,•])? \(?[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,3}\)?$/.exec(rest);
    if (mail?.[1]) {
      to = start + mail[1].length;
      continue;
    }
    const handle = /^(.*[^\s,(|•])[ ,|•]{0,3}\(?@\w{2,30}\)?$/.exec(rest);
    if (handle?.[1]) {
      to = start + handle[1].length;
      continue;
    }
    // 5 min read: how long the article is.
    const length = /^(.*?\S)(?: ?[|·•,–-] ?\d{1,3}[ -]min(?:ute)?s?(?: read)?| \d{1,3}[ -]min(?:ute)?s? read)$/i.exec(
      rest,
    );
    if (length?.[1]) {
      to = start + length[1].length;
      continue;
    }
    const dated = dateAtEnd.exec(rest);
    if (dated?.[1]) {
      when = piece(to - dated[1].length, to);
      to = start + dated.index;
      continue;
    }
    const away =
      /^(.*[^\s,|/•])(?:,| ?[|/•])? (?:[Ff]or|of|at|[Ss]pecial (?:to|for))(?: the)? ([A-Z][^,|/]{1,50})$/.exec(rest);
    if (away?.[1] && away[2]) {
      outlet = piece(to - away[2].length, to);
      to = start + away[1].length;
      continue;
    }
    const bracket = /^(.*\S) ?\(([A-Z][^()]{1,40})\)$/.exec(rest);
    if (bracket?.[1] && bracket[2]) {
      outlet = piece(to - 1 - bracket[2].length, to - 1);
      to = start + bracket[1].length;
      continue;
    }
    const after = /^(.*[^\s,|/•]) ?([,|/•]) ?([^,|/•]{2,50})$/.exec(rest);
    if (after?.[1] && after[3]) {
      const isRole = roleAfterName.test(after[3]);
      if (isRole || isEnglishOutlet(after[3]) || after[2] === '|' || after[2] === '/') {
        const from = to - after[3].length;
        if (isRole) role = text.slice(from, to);
        else outlet = piece(from, to);
        to = start + after[1].length;
        continue;
      }
    }
    // By Ann Fields, Harbour News, Tidewell: an outlet, and where it is.
    const placed = /^(.*[^\s,], ([^,]{2,50})), ([A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+)?)$/.exec(rest);
    if (placed?.[1] && placed[2] && placed[3] && isEnglishOutlet(placed[2]) && place === undefined) {
      place = piece(to - placed[3].length, to);
      to = start + placed[1].length;
      continue;
    }
    // By ANNA FIELD AP Business Writer
    const desk =
      /^(.*\S) ((?:AP|AFP|Associated Press|Reuters|Bloomberg|Staff|Political|Sports?|Business|Senior|Education|Health|Chief|Special|City|State|National|Foreign|Crime|Court|Environment|Science|Technology|Arts|Features|News|Contributing|Investigative|Local) (?:[A-Z][\w&-]* ){0,3}(?:Writer|Reporter|Editor|Correspondent|Photographer)s?)$/.exec(
        rest,
      );
    if (desk?.[1] && desk[2] && role === word) {
      role = text.slice(to - desk[2].length, to);
      to = start + desk[1].length;
      continue;
    }
    // By Ann Fields Harbour Gazette: two words of a name, and an outlet that nothing parts from it.
    const glued =
      /^((?:.* and |.*, )?[A-Z][\w.'’-]+ [A-Z][\w'’-]+) ((?:The )?[A-Z][\w'’&-]*(?: [A-Z][\w'’&-]*){0,2})$/.exec(rest);
    if (glued?.[1] && glued[2] && outlet === undefined && endsAsOutlet.test(glued[2]) && isEnglishOutlet(glued[2])) {
      outlet = piece(to - glued[2].length, to);
      to = start + glued[1].length;
      continue;
    }
    // By ANNA FIELD Harbour Echo Staff
    const staff = /^((?:.* and |.*, )?[A-Z][\w.'’-]+ [A-Z][\w'’-]+) ((?:[A-Z][\w'’&-]* ){0,3}Staff)$/.exec(rest);
    if (staff?.[1] && staff[2] && role === word) {
      role = text.slice(to - staff[2].length, to);
      to = start + staff[1].length;
      continue;
    }
    const agency = /^(.*?\S)(?: and)? (Associated Press|Agence France-Presse|Reuters)$/.exec(rest);
    if (agency?.[1] && agency[2]) {
      outlet = piece(to - agency[2].length, to);
      to = start + agency[1].length;
      continue;
    }
    break;
  }
  const reports =
    / from (?:staff|wire|agency|news|press)(?: and (?:staff|wire|agency|news))?(?: (?:and )?[a-z]+){0,2}$/.exec(
      s.slice(start, to),
    );
  if (reports) to = start + reports.index;
  const rest = s.slice(start, to);
  const done = (people: readonly Person[]): Read => ({
    outlet,
    place,
    date: when,
    people,
    roles: role === undefined ? [] : [{ text: role, from: start, to: start }],
    problems,
  });
  if (isEnglishOutlet(rest)) {
    outlet = piece(start, to);
    return done([]);
  }
  if (staffOnly.test(rest)) return done([]);
  const spans = englishNames(s, start, to);
  if (!spans) return undefined;
  for (const span of spans) if (span.place) place ??= piece(span.place.from, span.place.to);
  for (const span of spans)
    if (span.glued) problems.push({ code: 'glued-names', from: span.glued.from, to: span.glued.to });
  return done(spans.map((span) => ({ ...piece(span.from, span.to), name: text.slice(span.from, span.to), role })));
}
