// The faces in which pictures are taken: packages from npm, and a fontconfig of their own that knows no others, so that
// any Linux draws the same.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npm, root } from './install.mjs';
import { say } from './say.mjs';

/**
 * Packages of Google's Noto fonts (SIL Open Font License), with the folders of theirs that are used: of each weight
 * regular and bold.
 */
const faces = [
  ['noto-sans-sc@0.4.3', ['400Regular', '700Bold']],
  ['noto-serif-sc@0.4.3', ['400Regular', '700Bold']],
  ['noto-sans@0.4.2', ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']],
  ['noto-serif@0.4.2', ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']],
  ['noto-sans-mono@0.4.2', ['400Regular', '700Bold']],
];

/** What pages call a face by its kind, and what it is then: Latin first, then Chinese. */
const kinds = {
  serif: ['Noto Serif', 'Noto Serif SC'],
  'sans-serif': ['Noto Sans', 'Noto Sans SC'],
  'system-ui': ['Noto Sans', 'Noto Sans SC'],
  monospace: ['Noto Sans Mono', 'Noto Sans SC'],
  'ui-monospace': ['Noto Sans Mono', 'Noto Sans SC'],
};

const edits = [
  ['antialias', '<bool>true</bool>'],
  ['hinting', '<bool>false</bool>'],
  ['hintstyle', '<const>hintnone</const>'],
  ['autohint', '<bool>false</bool>'],
  ['embeddedbitmap', '<bool>false</bool>'],
  ['rgba', '<const>none</const>'],
];

function configuration(folder) {
  const folders = faces.flatMap(([spec, used]) => {
    const name = spec.slice(0, spec.lastIndexOf('@'));
    return used.map((each) => path.join(folder, 'node_modules/@expo-google-fonts', name, each));
  });
  const aliases = Object.entries(kinds).map(([kind, families]) => {
    const preferred = families.map((family) => `<family>${family}</family>`).join('');
    return `<alias binding="strong"><family>${kind}</family><prefer>${preferred}</prefer></alias>`;
  });
  const drawn = ['pattern', 'font'].map((target) => {
    const all = edits.map(([name, value]) => `<edit name="${name}" mode="assign">${value}</edit>`);
    return `<match target="${target}">${all.join('')}</match>`;
  });
  return [
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>',
    ...folders.map((each) => `<dir>${each}</dir>`),
    `<cachedir>${path.join(folder, 'cache')}</cachedir>`,
    ...aliases,
    ...drawn,
    '</fontconfig>\n',
  ].join('\n');
}

/**
 * Fetches the faces when they are not there (142 MB, once).
 * @returns {string | undefined} the fontconfig file that a browser is to read (`FONTCONFIG_FILE`); `undefined` where
 *   they cannot be had: npm has no answer, or this is no Linux
 */
export function pictureFonts() {
  if (process.platform !== 'linux') return undefined;
  const folder = path.join(root, '.vscode-test/fonts');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'fonts.conf');
  const wanted = JSON.stringify({ private: true, dependencies: dependencies() });
  const ready = path.join(folder, '.ready');
  if (!existsSync(ready) || readFileSync(ready, 'utf8') !== wanted) {
    say('fetching the fonts of the pictures from npm into .vscode-test (142 MB, once) …');
    writeFileSync(path.join(folder, 'package.json'), wanted);
    if (!npm(['i', '--ignore-scripts'], folder)) return undefined;
    writeFileSync(ready, wanted);
  }
  writeFileSync(file, configuration(folder));
  return file;
}

const dependencies = () =>
  Object.fromEntries(
    faces.map(([spec]) => {
      const at = spec.lastIndexOf('@');
      return [`@expo-google-fonts/${spec.slice(0, at)}`, spec.slice(at + 1)];
    }),
  );
