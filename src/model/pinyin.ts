import table from 'copydesk:pinyin';

/** By character, its syllables without tones; made when first asked for. */
let syllables: ReadonlyMap<string, readonly string[]> | undefined;

function read(): ReadonlyMap<string, readonly string[]> {
  if (syllables) return syllables;
  const found = new Map<string, string[]>();
  for (const [syllable, characters] of Object.entries(table())) {
    for (const character of characters) {
      const known = found.get(character);
      if (known) known.push(syllable);
      else found.set(character, [syllable]);
    }
  }
  syllables = found;
  return found;
}

/** Syllables that speakers and keyboards confuse are one: zh and z, n and l, -ng and -n. */
function blurred(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n/, 'l')
    .replace(/([aei])ng$/, '$1n');
}

/**
 * Whether two words of Han characters sound alike: the slip of who types by pinyin and takes the wrong word. Words of
 * other lengths, or the same word, do not. `strict`: every syllable is the same; else z and zh, n and l, -n and -ng
 * count as the same.
 */
export function soundAlike(a: string, b: string, strict: boolean): boolean {
  const one = [...a];
  const other = [...b];
  if (a === b || one.length !== other.length || one.length === 0) return false;
  const known = read();
  return one.every((character, index) => {
    const second = other[index];
    if (character === second) return true;
    const first = known.get(character) ?? [];
    const theirs = known.get(second ?? '') ?? [];
    return first.some((syllable) =>
      theirs.some((their) => (strict ? syllable === their : blurred(syllable) === blurred(their))),
    );
  });
}

/** Of each character of a title what it may sound like: pinyin for Han, itself for letters and digits; no marks. */
export function soundsOf(title: string): readonly (readonly string[])[] {
  const known = read();
  return [...title.toLowerCase()].flatMap((character) => {
    const readings = known.get(character) ?? (/[a-z0-9]/.test(character) ? [character] : undefined);
    return readings ? [readings] : [];
  });
}

/** `blurred`, and f and h are one before u: 飞 and 灰, 夫 and 呼, which many speakers confuse. */
function mostBlurred(syllable: string): string {
  return blurred(syllable)
    .replace(/^hu(?=[an])/, 'f')
    .replace(/^hui$/, 'fei')
    .replace(/^fn$/, 'fen')
    .replace(/^hu$/, 'fu');
}

/** Whether two Han characters sound the same to somebody who confuses zh and z, n and l, -n and -ng, f and h. */
export function soundNearly(a: string, b: string): boolean {
  const known = read();
  const theirs = known.get(b)?.map(mostBlurred) ?? [];
  return known.get(a)?.some((syllable) => theirs.includes(mostBlurred(syllable))) === true;
}

/** What somebody may type for a word of Han characters: its pinyin in full and its initials; nothing for other words. */
export function typedAs(word: string): readonly string[] {
  const known = read();
  const characters = [...word];
  if (characters.length === 0 || characters.length > 12) return [];
  let full = [''];
  let initials = [''];
  for (const character of characters) {
    const readings = known.get(character);
    if (readings === undefined) return [];
    full = full.flatMap((head) => readings.map((syllable) => head + syllable)).slice(0, 8);
    initials = initials.flatMap((head) => readings.map((syllable) => head + syllable.charAt(0))).slice(0, 8);
  }
  return [...new Set([...full, ...initials])];
}
