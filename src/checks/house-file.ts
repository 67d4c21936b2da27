import type { HouseFault } from '../house/house-fault.ts';
import { houseMessages } from '../house/house-messages.ts';
import { type Finding, fillAll, type Localized } from '../model/finding.ts';
import { defineNotice } from './check.ts';
import { uncertainMends, yamlFixes, yamlMessages } from './fields/yaml-messages.ts';

const messages = { ...yamlMessages, ...yamlFixes, ...houseMessages };

/** Says what is wrong with a newsroom's `copydesk.yml`; it finds nothing in articles. */
export const houseFile = defineNotice({
  id: 'house-file',
  title: { en: 'House file', zh: '规范文件' },
  summary: {
    en: 'The newsroom’s copydesk.yml can be read, and everything in it means something.',
    zh: '本社的 copydesk.yml 应能读懂，其中各项设置都有效。',
  },
  severity: 'error',
  messages,
});

const words: Readonly<Record<string, Localized>> = messages;

/** The faults of a house file as findings in that file, in every language. */
export function houseFindings(faults: readonly HouseFault[]): readonly Finding[] {
  return faults.map(({ code, data, at, edits, passedOver }) => {
    const values = { example: '{column}/{date}-{slug}.md', ...data };
    const message = fillAll(words[code] ?? messages.syntax, values);
    const title = fillAll(words[`fix-${code}`] ?? messages.replace, values);
    // Only mends of the YAML itself are certain; a word that is near may still be another.
    const safe = Object.hasOwn(yamlMessages, code) && !uncertainMends.has(code);
    const fixes = edits && edits.length > 0 ? [{ title, safe, source: edits }] : [];
    return { check: houseFile.id, severity: passedOver ?? 'error', message, at, fixes };
  });
}
