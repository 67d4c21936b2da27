/** As many zones or languages as the newsrooms of one program may have: none is worth keeping more for. */
const most = 32;

/**
 * Formats of dates by what they are made for, a zone or a language, each made once. Making one takes fifty times as
 * long as asking it, and memory outside the heap that is collected late: an archive whose articles name each other by
 * their days made a gigabyte of them. What `make` throws is thrown.
 */
export function formatsBy(make: (name: string) => Intl.DateTimeFormat): (name: string) => Intl.DateTimeFormat {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (name) => {
    const known = made.get(name);
    if (known) return known;
    const format = make(name);
    if (made.size >= most) made.clear();
    made.set(name, format);
    return format;
  };
}
