/** Words by which an English outlet or agency is known at the end of its name. */
const outletWords =
  /(?:^(?:Reuters|Xinhua|Bloomberg|AFP|AP|EPA|PA|UPI|ANSA|DPA|CNN|BBC|NPR|CBS|NBC|ABC)\b|\b(?:Press|News|Times|Post|Daily|Herald|Tribune|Guardian|Journal|Agency|Wire|Gazette|Chronicle|Observer|Telegraph|Standard|Courier|Magazine|Review|Weekly|Radio|TV|Television|Media|Associated Press|Agence France-Presse|Kyodo|Yonhap|Agencies|Network|Service|Bulletin|Examiner|Register|Echo|Ledger|Globe|Star|Sun|Mirror|Express|Independent|Argus|Advertiser|Mercury|Record|Dispatch|Sentinel|Monitor|Citizen|Beacon|Messenger|Enquirer|Inquirer)\b|^The [A-Z])/;

/** Whether English text is the name of an outlet or an agency: Reuters, AFP, The Harbour Times. */
export function isEnglishOutlet(text: string): boolean {
  return (
    text.length <= 50 &&
    (/^[A-Z]{2,6}$/.test(text) || outletWords.test(text)) &&
    /^[A-Z]/.test(text) &&
    !/\band\b/.test(text)
  );
}

/** A role that stands after a name: `Anna Field, political editor`. */
export const roleAfterName =
  /^(?:[A-Za-z][\w'’&-]* ){0,4}(?:reporter|correspondent|editor(?:-in-chief| in chief|-at-large| at large)?|writer|columnist|photographer|producer|contributor|intern|bureau chief|staff)s?$/i;

/** An outlet and a standing before the names: `By Xinhua writers A, B`. */
export const staffBefore =
  /^((?:The )?[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3}) ((?:staff )?(?:writer|reporter|correspondent|photographer)s?) (?=[A-Z])/;

/** A byline that names nobody: `By Staff Reporter`, `By our correspondent`. */
export const staffOnly =
  /^(?:(?:an?|our|the) )?(?:[A-Z][A-Za-z ]{2,30} )?(?:own )?(?:(?:staff|special|local|senior) )?(?:staff|reporters?|correspondents?|writers?|editors?|editorial board|news desk|newsroom)$/i;

/** What stands behind a name and a comma and is nobody. */
const degree =
  /^(?:Ph\.?D|M\.?D|J\.?D|M\.?B\.?A|M\.?P\.?H|M\.?Sc|B\.?Sc|M\.?A|B\.?A|M\.?S|R\.?N|D\.?Phil|Ed\.?D|Esq|CFA|CPA|FRS|OBE|CBE|MBE|KC|QC|MP|S\.?J)\.?$/;

const otherSources =
  /^(?:(?:the )?(?:news )?(?:agencies|wires|wire services|wire reports|agency reports|staff|staff reports)|(?:The )?(?:Associated Press|Agence France-Presse|Reuters|Xinhua|Bloomberg|Kyodo|Yonhap|AFP|AP|PA|UPI|DPA))$/;

/** Small words of names: Vincent van Gogh, Ana de la Cruz. */
const particles = new Set('van von de der den la le du da dos del di bin al el ter ten y e st. af zu ibn'.split(' '));
const noNames =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|^(?:January|February|March|April|June|July|August|September|October|November|December|The|This|That|Then|Now|Late|Early|Noon|Midnight|Contrast|Comparison|Law|Far)\b/;

/** Whether text reads as the name of a person in Latin letters: one to six words in capitals. */
export function isEnglishName(name: string): boolean {
  const parts = name.split(' ');
  if (parts.length > 6 || name.length > 60 || noNames.test(name)) return false;
  let capitals = 0;
  for (const [index, part] of parts.entries()) {
    // Ó hEithir, Mac an tSaoi: Irish puts a small letter before the capital.
    if (/^(?:h(?=[AEIOUÁÉÍÓÚ])|t(?=S))?[A-ZÀ-ÖØ-Þ][\p{L}\p{M}.'’-]*$/u.test(part)) capitals++;
    else if (part === 'an' && /^(?:Mac|Nic)$/.test(parts[index - 1] ?? '')) continue;
    else if (!particles.has(part.toLowerCase()) && !/^(?:d'|al-|el-|O')/i.test(part)) return false;
  }
  return capitals > 0;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** A name, where it is written that they are (`in London`), and the run of letters in which it is glued to the next. */
interface NameSpan extends Span {
  readonly place?: Span;
  readonly glued?: Span;
}

/** Names parted by commas, `and`, `with` and `&`; `undefined` when something among them is no name. */
export function englishNames(s: string, from: number, to: number): readonly NameSpan[] | undefined {
  const spans: NameSpan[] = [];
  let at = from;
  for (const part of s.slice(from, to).split(/(?:, and |, & | and | & | with |, |; |,? AND )/)) {
    const start = s.indexOf(part, at);
    const lead = start + part.length - part.trimStart().length;
    const placed = /^(.*\S) in ([A-Z][^,]{1,40})$/.exec(part.trim());
    const name = placed?.[1] ?? part.trim();
    const last = spans.at(-1);
    // in Haizhou, Hewan: one word after a place is where that lies.
    if (last?.place && !placed && /^\S+$/.test(name) && s.slice(last.place.to, lead).trim() === ',') {
      spans[spans.length - 1] = { ...last, place: { from: last.place.from, to: lead + name.length } };
      at = start + part.length;
      continue;
    }
    // Ann Fields, PhD: a degree is the last one's own.
    if (last && degree.test(name)) {
      at = start + part.length;
      continue;
    }
    // By Ann Fields and agencies: what else the report is made of.
    if (otherSources.test(name)) {
      at = start + part.length;
      continue;
    }
    if (!isEnglishName(name)) return undefined;
    const end = lead + part.trim().length;
    const place = placed?.[2] ? { from: end - placed[2].length, to: end } : undefined;
    // Anna FieldTom Brook: a capital in the middle of a word, unless the word begins as McLeod or DeVito do.
    const seam = /(?:^| )(?!(?:Mc|Mac|De|Di|Du|La|Le|Fitz|Van|O')[A-Z])[A-Z][a-z]{2,}(?=[A-Z][a-z])/.exec(name);
    if (seam) {
      const cut = lead + seam.index + seam[0].length;
      const nameEnd = lead + name.length;
      spans.push(
        { from: lead, to: cut, glued: { from: lead, to: nameEnd } },
        { from: cut, to: nameEnd, ...(place ? { place } : {}) },
      );
    } else {
      spans.push({ from: lead, to: lead + name.length, ...(place ? { place } : {}) });
    }
    at = start + part.length;
  }
  return spans;
}
