import { houseFindings } from '../checks/house-file.ts';
import { reportFinding } from '../engine/reported.ts';
import { houseWithoutFile } from '../house/plain-ground.ts';
import { joinStaff } from '../house/staff.ts';
import { joinTerms } from '../house/terms.ts';
import { withSchema } from '../house/with-schema.ts';
import type { Finding, Locale } from '../model/finding.ts';
import { lineStarts } from '../model/range.ts';
import { houseFile } from '../newsroom/files.ts';
import { loadHouse, loadStaff, loadTerms } from '../newsroom/load-house.ts';
import type * as Contract from './copydesk.d.ts';
import { giveHouse, keepResolved, madeOf } from './given.ts';

export { houseIds as houses } from '../house/load.ts';

export const resolveHouse: typeof Contract.resolveHouse = (texts = {}, { locale = 'en' } = {}) => {
  const { house: text = '', staff, terms, schema, base } = texts;
  const below = base && madeOf(base);
  const loaded = loadHouse(text, houseFile, below?.made, houseWithoutFile);
  const { house: plain, faults } = withSchema(loaded.salvaged, text, schema);
  const people = staff === undefined ? undefined : loadStaff(staff);
  const listed = terms === undefined ? undefined : loadTerms(terms, plain);
  const joined = {
    staff: joinStaff(people?.people, below?.house.staff),
    terms: joinTerms(joinTerms(plain.terms, listed?.terms), below?.house.terms),
  };
  const own = {
    ...plain,
    ...(joined.staff ? { staff: joined.staff } : {}),
    ...(joined.terms ? { terms: joined.terms } : {}),
  };
  const answer = {
    house: giveHouse(own),
    faults: {
      house: reportAll([...loaded.findings, ...houseFindings(faults)], text, locale),
      staff: reportAll(people?.findings ?? [], staff ?? '', locale),
      terms: reportAll(listed?.findings ?? [], terms ?? '', locale),
    },
  };
  keepResolved(answer, loaded.resolved, own);
  return answer;
};

function reportAll(findings: readonly Finding[], text: string, locale: Locale): readonly Contract.Finding[] {
  const lines = lineStarts(text);
  return findings.map((finding) => reportFinding(finding, lines, locale));
}
