import assert from 'node:assert/strict';
import { type Clock, schedule } from '../../src/server/publish.ts';

/** A clock that a test turns. */
function handClock(): Clock & { turn(milliseconds: number): void } {
  let time = 1000;
  let calls: { readonly at: number; call(): void }[] = [];
  return {
    now: () => time,
    after(milliseconds, call) {
      const one = { at: time + milliseconds, call };
      calls.push(one);
      return () => {
        calls = calls.filter((other) => other !== one);
      };
    },
    turn(milliseconds) {
      time += milliseconds;
      const due = calls.filter(({ at }) => at <= time);
      calls = calls.filter(({ at }) => at > time);
      for (const { call } of due) call();
    },
  };
}

describe('when a document is checked', () => {
  it('is at once for the first edit after a rest, and for edits that come with it', () => {
    const ran: string[] = [];
    const clock = handClock();
    const { soon } = schedule((uri) => ran.push(uri), clock);
    soon('a');
    soon('a');
    assert.deepEqual(ran, [], 'never while the edit is being taken');
    clock.turn(0);
    assert.deepEqual(ran, ['a']);
    clock.turn(500);
    soon('a');
    clock.turn(0);
    assert.deepEqual(ran, ['a', 'a']);
  });

  it('is once edits rest for those that come fast', () => {
    const ran: string[] = [];
    const clock = handClock();
    const { soon } = schedule((uri) => ran.push(uri), clock);
    for (let key = 0; key < 50; key++) {
      soon('a');
      clock.turn(20);
    }
    assert.deepEqual(ran, ['a'], 'the first');
    clock.turn(40);
    assert.deepEqual(ran, ['a', 'a'], 'the last');
    clock.turn(1000);
    assert.deepEqual(ran, ['a', 'a']);
  });

  it('is not once it was called off, and each document goes by its own edits', () => {
    const ran: string[] = [];
    const clock = handClock();
    const { soon, now, cancel } = schedule((uri) => ran.push(uri), clock);
    soon('a');
    soon('b');
    cancel('a');
    clock.turn(0);
    assert.deepEqual(ran, ['b']);
    soon('b');
    now('b');
    clock.turn(1000);
    assert.deepEqual(ran, ['b', 'b']);
  });
});
