/**
 * Whether letters that were typed are the sound of a stretch of a title: of each character its whole syllable or its
 * first letter, and of the last one any beginning.
 *
 * @param sounds for each character what it may sound like, marks left out
 * @param typed small letters and digits
 * @param fromStart whether the stretch must be the beginning of the title
 */
export function soundsLike(sounds: readonly (readonly string[])[], typed: string, fromStart = false): boolean {
  if (typed === '') return true;
  /** How much of what was typed may be used up before the character that is looked at; 0: the stretch begins there. */
  let reached = new Set([0]);
  for (const readings of sounds) {
    const next = new Set(fromStart ? [] : [0]);
    for (const from of reached) {
      for (const reading of readings) {
        const left = typed.length - from;
        if (reading.length >= left && reading.startsWith(typed.slice(from))) return true;
        if (typed.startsWith(reading, from)) next.add(from + reading.length);
        if (typed[from] === reading[0]) {
          if (left === 1) return true;
          next.add(from + 1);
        }
      }
    }
    if (next.size === 0) return false;
    reached = next;
  }
  return false;
}
