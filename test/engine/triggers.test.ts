import assert from 'node:assert/strict';
import fc from 'fast-check';
import { triggersOf, wokenBy } from '../../src/engine/triggers.ts';

describe('triggers', () => {
  /** Few characters, so that texts and triggers share some; both halves of a pair of surrogates, NUL. */
  const characters = fc.string({
    unit: fc.constantFrom('。', '，', '-', 'a', '\0', '\ud840', '\udc00', '河', '\uffff'),
  });
  const many = fc.array(fc.option(characters, { nil: undefined }), { maxLength: 80 });

  it('wake what holds one of the text’s characters, and what must see every text', () => {
    fc.assert(
      fc.property(many, characters, (triggers, text) => {
        const expected = [...triggers.keys()].filter((index) => {
          const own = triggers[index];
          return own === undefined || own.split('').some((unit) => text.includes(unit));
        });
        assert.deepEqual(wokenBy(triggersOf(triggers), text), expected);
      }),
    );
  });

  it('are told apart when there are more kinds of characters than a byte can count', () => {
    const triggers = Array.from({ length: 600 }, (_, index) => String.fromCharCode(0x4e00 + index));
    const table = triggersOf(triggers);
    for (const index of [0, 255, 256, 599]) assert.deepEqual(wokenBy(table, `甲${triggers[index]}`), [index]);
  });
});
