// The loopback endpoint by which suites inside VS Code report results and ask for keys, clicks and pictures.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import http from 'node:http';

/** No request is longer; bytes. */
const longest = 16 * 1024 * 1024;

async function body(request) {
  const chunks = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > longest) throw new Error('request too long');
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

/**
 * @param {(action: string, request: object) => Promise<unknown>} act what it throws, the suite gets as an error
 * @returns {Promise<{ url: string, token: string, close(): void }>}
 */
export async function openControl(act) {
  const token = randomBytes(16).toString('hex');
  const expected = Buffer.from(`Bearer ${token}`);
  const authorized = (header = '') => {
    const given = Buffer.from(header);
    return given.length === expected.length && timingSafeEqual(given, expected);
  };
  const server = http.createServer(async (request, response) => {
    // The web worker's origin is another one. Whoever has no token gets nothing.
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', 'authorization, content-type');
    response.setHeader('Access-Control-Allow-Private-Network', 'true');
    const answer = (status, value) => {
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
    };
    if (request.method === 'OPTIONS') return answer(200, {});
    if (request.method !== 'POST' || !authorized(request.headers.authorization))
      return answer(403, { error: 'forbidden' });
    try {
      const { action, ...rest } = await body(request);
      answer(200, { value: (await act(action, rest)) ?? null });
    } catch (error) {
      answer(200, { error: error.message });
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    token,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
