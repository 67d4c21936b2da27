import { isChineseProse, keptByText } from '../../model/kept.ts';
import { matchesOf } from '../../model/matches.ts';

/** A phrase of English that is written as it sounds. Offsets are UTF-16 units. */
interface Misheard {
  readonly from: number;
  readonly to: number;
  readonly actual: string;
  readonly expected: string;
}

const OWNED = '(?:my|his|her|its|our|your|their|the)';
const LOST = '(?:jobs?|seats?|homes?|way|temper|lives|life|money|licen[cs]e|weight|match|game|appeal|battle|title)';

/**
 * What is wrong, as the source of a pattern without groups of its own; within it, what to put for what. Each is a phrase
 * that has no other meaning: `tow the line`, `right of passage` and `reign in` alone have one.
 */
const rows: readonly (readonly [source: string, wrong: RegExp, right: string])[] = [
  ['baited breath\\b', /baited/i, 'bated'],
  ['sneak peaks?\\b', /peak/i, 'peek'],
  ['free reign\\b(?! of)', /reign/i, 'rein'],
  ['slight of hand\\b', /slight/i, 'sleight'],
  ['shoe-in\\b', /shoe/i, 'shoo'],
  ['tender ?hooks\\b', /tender ?/i, 'tenter'],
  ['statue of limitations\\b', /statue/i, 'statute'],
  ['(?:wreck|reek)(?:s|ed|ing)? havoc\\b', /wreck|reek/i, 'wreak'],
  ['by in large\\b', /in/, 'and'],
  ['all intensive purposes\\b', /intensive/i, 'intents and'],
  ['beckon call\\b', /beckon/i, 'beck and'],
  ['pass(?:es|ed)? mustard\\b', /mustard/i, 'muster'],
  ['mute point\\b', /mute/i, 'moot'],
  ['bare (?:with (?:me|us)|in mind)\\b', /bare/i, 'bear'],
  [`peaked ${OWNED} (?:interest|curiosity)\\b`, /peaked/i, 'piqued'],
  ['(?:tow|towing) the party line\\b', /tow/i, 'toe'],
  [`wets? ${OWNED} appetites?\\b`, /wet/i, 'whet'],
  ['further adieu\\b', /adieu/i, 'ado'],
  ['dire straights\\b', /straights/i, 'straits'],
  [
    '(?:poured|pouring) over (?:the )?(?:documents|figures|data|papers|records|maps|accounts|files|evidence)\\b',
    /pour/i,
    'por',
  ],
  ['through the ringer\\b', /ringer/i, 'wringer'],
  ['(?:eeked|eeking) out\\b', /eek/i, 'ek'],
  ['(?:was|were|been|being|is|are) lead by\\b', /lead/i, 'led'],
  ["(?:could|should|would|must|might|may)(?:n[’']t)? have went\\b", /went/, 'gone'],
  ["between you and I\\b(?![’'])", /I$/, 'me'],
  ["each others\\b(?![’'])", /others/i, 'other’s'],
  [`(?:to|will|would|could|can|may|might|not|n[’']t) loose ${OWNED} ${LOST}\\b`, /loose/i, 'lose'],
  [`loosing ${OWNED} ${LOST}\\b`, /loosing/i, 'losing'],
  ["(?:can|cannot|can[’']t|could|could not|couldn[’']t) breath\\b", /breath/i, 'breathe'],
  [
    '(?:rather|less|more|fewer|other) then (?:\\d|(?:half|one|two|three|four|five|six|ten|twice|anything|anyone|ever|a (?:dozen|hundred|third|quarter|million|decade|year|month))\\b)',
    /then/i,
    'than',
  ],
  ['rather then (?=[a-z]+ing\\b)', /then/i, 'than'],
  [
    "[a-z]+ who[’']s (?:name|wife|husband|daughter|parents|house|car|children|death|body|career)\\b",
    /who[’']s/i,
    'whose',
  ],
  ['your going to (?:be|have|get|need|love)\\b', /your/i, 'you’re'],
  ["their (?:is|are|was|were|has been|have been|will be|would be)\\b(?![,;’'])", /their/i, 'there'],
  ['there own\\b', /there/i, 'their'],
  ["they[’']re own\\b", /they[’']re/i, 'their'],
  ['per say\\b', /say/i, 'se'],
  [
    '(?:walked|drove|ran|went|rode|flew|marched|sailed|driven|walking|driving|running|riding|flying|marching|sailing) passed\\b',
    /passed/i,
    'past',
  ],
  ['weather or not\\b', /weather/i, 'whether'],
  ['(?:is|was|were|are|am|be|been) suppose to\\b', /suppose/i, 'supposed'],
  ["(?<!\\bdid(?:n[’']t)? )(?:I|he|she|it|they|we|you|there) use to (?:be|have|live|work|go|play)\\b", /use/i, 'used'],
  ['for awhile\\b', /awhile/i, 'a while'],
];

/** One group for each row. */
const ANY = new RegExp(`\\b(?:${rows.map(([source]) => `(${source})`).join('|')})`, 'gi');

/** The phrases of an English text that are written as they sound, in order. Linear in the length of `text`. */
export const misheardIn = keptByText((text, prose): readonly Misheard[] => {
  if (isChineseProse(prose)) return none;
  let found: Misheard[] | undefined;
  for (const match of matchesOf(text, ANY)) {
    const { 0: actual, index: from } = match;
    const row = rows[match.findIndex((group, at) => at > 0 && group !== undefined) - 1];
    if (row === undefined) continue;
    const expected = actual.replace(row[1], (wrong) => inCase(wrong, row[2]));
    found ??= [];
    found.push({ from, to: from + actual.length, actual, expected });
  }
  return found ?? none;
});

const none: readonly Misheard[] = [];

function inCase(written: string, right: string): string {
  return /^[A-Z]/.test(written) && written !== 'I' ? right.charAt(0).toUpperCase() + right.slice(1) : right;
}
