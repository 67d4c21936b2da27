import assert from 'node:assert/strict';
import fc from 'fast-check';
import { watchHeaders } from '../../src/server/framing.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const framed = (body: string): string => `Content-Length: ${bytes(body).length}\r\n\r\n${body}`;

describe('headers of messages', () => {
  it('are right however the bytes arrive, and whatever the messages say', () => {
    const messages = fc.array(fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(messages, fc.integer({ min: 1, max: 50 }), (bodies, size) => {
        const watch = watchHeaders();
        const all = bytes(bodies.map(framed).join(''));
        for (let at = 0; at < all.length; at += size) assert.equal(watch(all.subarray(at, at + size)), undefined);
      }),
    );
  });

  it('may have a type, any case and blanks', () => {
    const watch = watchHeaders();
    const type = 'Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n';
    assert.equal(watch(bytes(`${type}content-length:2 \r\n\r\n{}${framed('{}')}`)), undefined);
  });

  for (const [name, text] of [
    ['prose', '你好\n'],
    ['lines without carriage returns', 'Content-Length: 2\n\n{}'],
    ['no length', 'Content-Type: json\r\n\r\n{}'],
    ['a length that is no number', 'Content-Length: two\r\n\r\n{}'],
    ['a negative length', 'Content-Length: -2\r\n\r\n{}'],
    ['a number and more', 'Content-Length: 2x\r\n\r\n{}'],
    ['a message that no memory holds', 'Content-Length: 99999999999\r\n\r\n{}'],
    ['a header without an end', 'a'.repeat(2000)],
    ['a second one that is broken', `${framed('{}')}{}\n`],
  ] as const) {
    it(`are wrong: ${name}`, () => {
      assert.match(String(watchHeaders()(bytes(text))), /header|message/);
    });
  }
});
