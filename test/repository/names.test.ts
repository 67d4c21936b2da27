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
});
