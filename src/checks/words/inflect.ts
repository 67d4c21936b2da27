/** One form of an English word or phrase, and how another word takes the same form. */
export interface Inflected {
  readonly text: string;
  /** `undefined` where nobody can be sure: of a verb with two pasts (wrote, written), or of one that is spelt in two ways. */
  readonly apply: (word: string) => string | undefined;
}

/** `ed` is the past and the participle of most verbs, of others it is one of them. */
type Ending = 's' | 'ed' | 'past' | 'participle' | 'ing';

/** Verbs whose past is no ed-form: base, past, and participle where it is another. */
const irregular: ReadonlyMap<string, readonly [past: string, participle: string]> = new Map(
  (
    'be was been|become became become|begin began begun|bend bent|bind bound|bite bit bitten|bleed bled|blow blew blown|' +
    'break broke broken|breed bred|bring brought|build built|buy bought|catch caught|choose chose chosen|come came come|' +
    'cost cost|cut cut|deal dealt|dig dug|do did done|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|' +
    'fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden|' +
    'forget forgot forgotten|freeze froze frozen|get got|give gave given|go went gone|grow grew grown|hang hung|have had|' +
    'hear heard|hide hid hidden|hit hit|hold held|hurt hurt|keep kept|know knew known|lay laid|lead led|leave left|' +
    'lend lent|let let|lie lay lain|lose lost|make made|mean meant|meet met|mistake mistook mistaken|pay paid|put put|' +
    'quit quit|read read|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said|see saw seen|seek sought|' +
    'sell sold|send sent|set set|shake shook shaken|shoot shot|show showed shown|shut shut|sing sang sung|sink sank sunk|' +
    'sit sat|sleep slept|slide slid|speak spoke spoken|speed sped|spend spent|spin spun|split split|spread spread|' +
    'stand stood|steal stole stolen|stick stuck|strike struck|swear swore sworn|sweep swept|swim swam swum|swing swung|' +
    'take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|understand understood|' +
    'undertake undertook undertaken|uphold upheld|wake woke woken|wear wore worn|win won|withdraw withdrew withdrawn|' +
    'withhold withheld|withstand withstood|write wrote written'
  )
    .split('|')
    .map((line) => {
      const [base = '', past = '', participle = past] = line.split(' ');
      return [base, [past, participle]];
    }),
);

const irregularS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    be: 'is',
    have: 'has',
    do: 'does',
    go: 'goes',
    child: 'children',
    person: 'people',
    foot: 'feet',
    tooth: 'teeth',
    mouse: 'mice',
    life: 'lives',
    wife: 'wives',
    knife: 'knives',
    half: 'halves',
    leaf: 'leaves',
    loaf: 'loaves',
    shelf: 'shelves',
    thief: 'thieves',
    wolf: 'wolves',
    hero: 'heroes',
    potato: 'potatoes',
    tomato: 'tomatoes',
    echo: 'echoes',
    veto: 'vetoes',
  }),
);

/** Behind a verb these belong to it, and it is the verb that has endings: carried out, makes use of. */
const PARTICLES: ReadonlySet<string> = new Set(
  'out up off on in down over away back with to for into about of through by from at along around apart together'.split(
    ' ',
  ),
);

/** One syllable that ends in one vowel and one consonant (stop, plan), and longer verbs that are stressed there. */
const doubles =
  /^(?:[^aeiou]*|qu)[aeiou][^aeiouwxyh]$|^(?:com|per|ad|sub|o|trans)mit$|^(?:re|pre|trans|con|de|in)fer$|^(?:oc|in)cur$|^(?:com|ex|pro)pel$|^(?:control|patrol|begin|forget|overlap|rebel|regret|equip)$/;
/** Spelt in two ways, by Americans and by others: traveled, travelled. */
const eitherWay = /[^aeiou][aeiou].*[^aeiou][aeo]l$|^(?:worship|kidnap|program|focus|bias)$/;

const men =
  /^(?:(?:police|fire|sales|chair|spokes|business|fisher|states|work|congress|crafts|gun|milk|noble|sports)?(?:wo)?man)$/;

/** How a word may be written with an ending, the likeliest first. */
function written(word: string, ending: Ending): readonly string[] {
  if (ending === 's') {
    const own = irregularS.get(word) ?? (men.test(word) ? word.replace(/an$/, 'en') : undefined);
    if (own !== undefined) return [own];
    if (/[^aeiou]y$/i.test(word)) return [`${word.slice(0, -1)}ies`];
    return [/(?:s|x|z|ch|sh)$/i.test(word) ? `${word}es` : `${word}s`];
  }
  const [past, participle] = irregular.get(word) ?? [];
  if (ending !== 'ing' && past !== undefined && participle !== undefined) {
    if (ending === 'past') return [past];
    if (ending === 'participle') return [participle];
    return past === participle ? [past] : [past, participle];
  }
  const add = ending === 'ing' ? 'ing' : 'ed';
  const twice = `${word}${word.slice(-1)}${add}`;
  if (doubles.test(word)) return [twice];
  if (ending === 'ing') {
    if (/^[a-z]ie$/.test(word)) return [`${word.slice(0, -2)}ying`];
    if (/[^eoy]e$/i.test(word)) return [`${word.slice(0, -1)}ing`];
  } else {
    if (/e$/i.test(word)) return [`${word}d`];
    if (/[^aeiou]y$/i.test(word)) return [`${word.slice(0, -1)}ied`];
  }
  return eitherWay.test(word) ? [`${word}${add}`, twice] : [`${word}${add}`];
}

/** A phrase with what its verb, or else its last word, is written as. */
function ended(phrase: string, ending: Ending): readonly string[] {
  const words = phrase.split(' ');
  const at = PARTICLES.has(words.at(-1) ?? '') ? 0 : words.length - 1;
  return written(words[at] ?? '', ending).map((word) => words.with(at, word).join(' '));
}

const same = (word: string): string => word;

function applying(ending: Ending): Inflected['apply'] {
  return (word) => {
    const [sure, other] = ended(word, ending);
    return other === undefined ? sure : undefined;
  };
}

/**
 * The forms of an English word or phrase, of which the last word has the ending or the verb before a particle: plural,
 * past, participle; it itself first. A word that has capitals within, or ends otherwise than in a letter, has no other form.
 */
export function inflected(phrase: string): readonly Inflected[] {
  const last = phrase.slice(phrase.lastIndexOf(' ') + 1);
  if (!/[a-z]$/.test(phrase) || /[A-Z]/.test(last.slice(1))) return [{ text: phrase, apply: same }];
  const forms: Inflected[] = [{ text: phrase, apply: same }];
  const [past, participle] = irregular.get(phrase.split(' ')[0] ?? '') ?? [];
  const endings: readonly Ending[] = past === participle ? ['s', 'ed', 'ing'] : ['s', 'past', 'participle', 'ing'];
  for (const ending of endings)
    for (const text of ended(phrase, ending))
      if (forms.every((other) => other.text !== text)) forms.push({ text, apply: applying(ending) });
  return forms;
}
