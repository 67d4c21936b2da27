import assert from 'node:assert/strict';
import { pictureFormats } from '../../src/model/picture-formats.ts';
import { handedTypes } from '../../src/vscode/media-types.ts';
import { read, sourceFiles } from './sources.ts';

/** `file:line text` of the lines of `src` that match, comments aside. */
function linesWith(pattern: RegExp, apart: readonly string[] = []): readonly string[] {
  return sourceFiles()
    .filter((file) => !apart.some((each) => file.startsWith(each)))
    .flatMap((file) =>
      read(file)
        .split('\n')
        .map((text, index) => ({ text, place: `${file}:${index + 1} ${text.trim()}` }))
        .filter(({ text }) => !/^\s*(\/\/|\*|\/\*)/.test(text) && pattern.test(text))
        .map(({ place }) => place),
    );
}

describe('repository: what is said once', () => {
  it('is how the names of pictures end', () => {
    const apart = [
      'src/model/picture-formats.ts',
      // Names of files of any kind, in prose.
      'src/model/foreign/notation.ts',
      // Media types of what is written into a page, fonts included.
      'src/vscode/media-types.ts',
    ];
    assert.deepEqual(linesWith(/\b(webp|avif)\b/, apart), []);
    assert.deepEqual(
      pictureFormats.filter((format) => handedTypes[format]?.startsWith('image/') !== true),
      [],
    );
  });

  it('is how the language of a reader is taken out of a sentence: inLocale', () => {
    assert.deepEqual(linesWith(/\[(locale|language)\]/, ['src/model/finding.ts']), []);
  });

  it('is a sentence before anything is filled in, so that it can be turned into Traditional Chinese: fillAll', () => {
    assert.deepEqual(linesWith(/\bzh:\s*`[^`]*\$\{/), []);
  });

  it('is which field has a role: fieldOfRole, and of an article its reading', () => {
    const lookups = /fields\s*\.(find|some|filter)\(.*(\brole \}|\.role\b)/;
    assert.deepEqual(linesWith(lookups, ['src/house/field-keys.ts']), []);
    // Templates and house files have no article yet.
    const alone = ['src/house/', 'src/reading/', 'src/templates/', 'src/assist/house-values.ts'];
    assert.deepEqual(linesWith(/\bfieldOfRole\(/, alone), []);
  });

  it('is which words are roles, and what a date looks like: no pattern of checks, page, hand-over or help has them', () => {
    const apart = [
      'src/model/',
      'src/house/',
      'src/reading/',
      // Names of files.
      'src/server/surroundings.ts',
      'src/newsroom/hexo-addresses.ts',
      'src/newsroom/jekyll-addresses.ts',
      // How dates of English prose are written is what it checks.
      'src/checks/date-style.ts',
    ];
    assert.deepEqual(linesWith(/\/[^/'"`]*(记者|通讯员|通訊員|信息员|特约|责编)[^'"`]*\/[a-z]*[.),;]/, apart), []);
    assert.deepEqual(linesWith(/\\d\{4\}/, apart), []);
  });
});
