/**
 * Readings that are under way, by what is read: whoever asks for the same meanwhile waits for it. `epoch` counts how
 * often it was told to be otherwise: a reading that was begun before is nobody's any more.
 */
export function readings<T>(): (key: string, epoch: number, read: () => Promise<T>) => Promise<T> {
  const begun = new Map<string, { readonly epoch: number; readonly reading: Promise<T> }>();
  return (key, epoch, read) => {
    const known = begun.get(key);
    if (known?.epoch === epoch) return known.reading;
    const reading = read().finally(() => {
      if (begun.get(key)?.reading === reading) begun.delete(key);
    });
    begun.set(key, { epoch, reading });
    return reading;
  };
}
