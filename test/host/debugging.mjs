// The connection by which a window is driven. Playwright's own has each message pressed by the browser and unpressed here,
// which on one machine takes longer than to send it.
import { once } from 'node:events';
import utilities from 'playwright-core/lib/utilsBundle';

/** No message is longer, a picture of a page neither; bytes. */
const longest = 256 * 1024 * 1024;

/**
 * @param {number} port where the browser can be debugged
 * @returns {Promise<import('playwright-core').ConnectOverCDPTransport>} throws when it does not answer yet
 */
export async function debuggerAt(port) {
  const signal = AbortSignal.timeout(10_000);
  const answer = await fetch(`http://127.0.0.1:${port}/json/version`, { signal });
  const { webSocketDebuggerUrl: address } = await answer.json();
  const socket = new utilities.ws(address, { perMessageDeflate: false, maxPayload: longest });
  await once(socket, 'open', { signal });
  const transport = {
    send: (message) => socket.send(JSON.stringify(message)),
    close: () => socket.close(),
  };
  // One after the other, with room between them for what waits.
  socket.on('message', (data) => setImmediate(() => transport.onmessage?.(JSON.parse(data))));
  socket.on('close', () => setImmediate(() => transport.onclose?.()));
  socket.on('error', () => undefined);
  return transport;
}
