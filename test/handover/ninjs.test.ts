import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { Validator } from '@cfworker/json-schema';
import { ninjs } from '../../src/handover/ninjs.ts';
import { shippedHouse } from '../../src/house/load.ts';
import { parseArticle } from '../../src/model/parse.ts';
import { ninjsSchema } from './ninjs-schema.ts';

describe('IPTC ninjs 3.1', () => {
  const validator = new Validator(ninjsSchema, '2020-12', false);

  const check = (text: string, house: string): void => {
    const item = ninjs(parseArticle(text), shippedHouse(house), { picture: (src) => `https://site.example/${src}` });
    const { valid, errors } = validator.validate(JSON.parse(JSON.stringify(item)));
    assert.deepEqual(valid ? [] : errors.map(({ instanceLocation, error }) => `${instanceLocation} ${error}`), []);
  };

  for (const house of ['china-report', 'wire']) {
    for (const name of readdirSync(`test/corpus/${house}`).filter((each) => each.endsWith('.md'))) {
      it(`is kept by ${house}/${name}`, () => check(readFileSync(`test/corpus/${house}/${name}`, 'utf8'), house));
    }
  }

  it('is kept by an empty article, and by one of odd characters', () => {
    check('', 'china-report');
    check('---\ntitle: "a\\0\\ud800 %!\'()*"\npublished: 昨天\n---\n\n![\ud800](\ud800.jpg "x")\n', 'china-report');
  });

  it('would be broken by what is not in it', () => {
    const item = ninjs(parseArticle(''), shippedHouse('wire'), { picture: () => undefined });
    assert.equal(validator.validate({ ...item, headline: 'x' }).valid, false);
    assert.equal(validator.validate({ ...item, uri: 7 }).valid, false);
    assert.equal(validator.validate({ ...item, associations: [{ ...item, rel: 'picture' }] }).valid, false);
    assert.equal(validator.validate({ ...item, firstCreated: '昨天' }).valid, false);
    assert.equal(validator.validate({ ...item, bodies: [{ role: 'main' }] }).valid, false);
  });
});
