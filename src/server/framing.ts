/** The longest header that a message can have, in bytes, and the longest message. */
const longestHeader = 1024;
const longestMessage = 1_000_000_000;

/**
 * Watches the bytes of a stream of messages (LSP's base protocol). After a broken header nobody knows where the next
 * message begins, and whoever waits for one waits for ever.
 *
 * @returns takes the next bytes, and says what is wrong with a header as soon as that is certain
 */
export function watchHeaders(): (bytes: Uint8Array) => string | undefined {
  let header = '';
  /** Bytes of a message that are still to come. */
  let rest = 0;
  return (bytes) => {
    for (let at = 0; at < bytes.length; ) {
      if (rest > 0) {
        const some = Math.min(rest, bytes.length - at);
        rest -= some;
        at += some;
        continue;
      }
      header += String.fromCharCode(bytes[at] ?? 0);
      at++;
      if (header.endsWith('\n') && !header.endsWith('\r\n')) return `no header: ${quoted(header)}`;
      if (header.length > longestHeader) return `a header without an end: ${quoted(header)}`;
      if (!header.endsWith('\r\n\r\n')) continue;
      const length = /^content-length:[ \t]*(\d+)[ \t]*\r$/im.exec(header)?.[1];
      if (length === undefined) return `a header without a Content-Length: ${quoted(header)}`;
      if (Number(length) > longestMessage) return `a message of ${length} bytes`;
      rest = Number(length);
      header = '';
    }
    return undefined;
  };
}

/** The beginning of a header, without what a terminal would obey. */
function quoted(header: string): string {
  return JSON.stringify(header.trim().slice(0, 60));
}
