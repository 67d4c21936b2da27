import assert from 'node:assert/strict';
import { parseLine } from '../../src/model/parse-line.ts';
import { samples } from './domain-samples.ts';

/** In percent of the strings. */
const least = { people: 98, roles: 97, ok: 95 };

describe('real bylines and credits', () => {
  for (const as of ['byline', 'credit'] as const) {
    it(`are read as by hand: ${as}s`, () => {
      const all = samples(as);
      const right = { people: 0, roles: 0, ok: 0 };
      for (const sample of all) {
        const read = parseLine(sample.text, as);
        const key = (people: typeof sample.people) => people.map(({ name }) => name).join('|');
        const roles = (people: typeof sample.people) => people.map(({ role }) => role ?? '').join('|');
        if (key(read.people) === key(sample.people)) right.people++;
        if (roles(read.people) === roles(sample.people)) right.roles++;
        if (read.ok === sample.ok) right.ok++;
      }
      for (const [what, count] of Object.entries(right) as [keyof typeof least, number][]) {
        const share = (100 * count) / all.length;
        assert.ok(share >= least[what], `${what}: ${share.toFixed(1)} % of ${all.length} ${as}s`);
      }
    });
  }
});
