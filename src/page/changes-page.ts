import { inLocale, type Locale, type Localized } from '../model/finding.ts';
import type { ComparedBlock, Comparison, Fate } from '../reading/compare-articles.ts';
import type { Piece } from '../reading/compare-words.ts';
import { changeWords } from './change-words.ts';
import { escapeHtml } from './escape.ts';

/** What the two versions are called: a revision, a file, `saved`. */
export interface VersionNames {
  readonly before: string;
  readonly after: string;
}

const words = {
  ...changeWords,
  title: { en: 'Changes: {before} → {after}', zh: '修订：{before} → {after}' },
  same: { en: 'Nothing that a reader sees is different.', zh: '读者看到的内容没有差别。' },
  end: { en: 'end', zh: '止' },
  heading: { en: 'Heading of another level', zh: '标题级别有变' },
  fields: { en: 'Front matter', zh: '稿件信息' },
  body: { en: 'Text', zh: '正文' },
} as const satisfies Readonly<Record<string, Localized>>;

type Say = (word: keyof typeof words) => string;

/**
 * How a page of changes looks; it follows the colours of the editor that shows it, where there is one, whatever the
 * system's are.
 */
const changesStyle = `
:root { color-scheme: light dark; --added: light-dark(#1a6b2f, #7ee29a); --removed: light-dark(#a3231f, #ff9d96); }
body.vscode-light, body.vscode-high-contrast-light { color-scheme: light; }
body.vscode-dark, body.vscode-high-contrast:not(.vscode-high-contrast-light) { color-scheme: dark; }
body { font: 16px/1.9 "Noto Serif CJK SC", "Songti SC", SimSun, Georgia, serif; max-width: 46em; margin: 2em auto; padding: 0 1em;
  color: var(--vscode-editor-foreground, light-dark(#1a1a1a, #e6e6e6)); background: var(--vscode-editor-background, light-dark(#fff, #1b1b1b)); }
h1 { font-size: 1.1em; } h2 { font-size: 1em; margin-top: 2em; }
ins { color: var(--added); text-decoration: underline 2px; } del { color: var(--removed); text-decoration: line-through 2px; }
.block { margin: .8em 0; padding-inline-start: 1em; border-inline-start: 3px solid transparent; overflow-wrap: anywhere; white-space: pre-wrap; }
.added, .changed, .moved { border-color: var(--added); } .removed, .left { border-color: var(--removed); }
.quote, .note { margin-inline-start: 1.5em; } .list-item::before { content: "· "; } .heading { font-weight: bold; }
.code { font-family: monospace; } .sign { display: block; font-size: .8em; color: var(--added); } .left .sign { color: var(--removed); }
dt { font-weight: bold; } dd { margin: 0 0 .5em 1em; overflow-wrap: anywhere; }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media print { body { margin: 0; max-width: none; } }
@media (forced-colors: active) { ins, del { color: CanvasText; } }
`;

/** What changed, as HTML: every block of both versions, what was added in `ins` and what was removed in `del`, each said aloud. */
function changesBody(comparison: Comparison, names: VersionNames, locale: Locale): string {
  const say: Say = (word) => inLocale(words[word], locale);
  const title = changesTitle(names, locale);
  const parts = [`<h1>${escapeHtml(title)}</h1>`];
  if (comparison.isSame) parts.push(`<p role="status">${escapeHtml(say('same'))}</p>`);
  const fields = comparison.fields.filter(({ fate }) => fate !== 'same');
  if (fields.length > 0) {
    const rows = fields.map(
      ({ key, fate, pieces }) => `<dt>${escapeHtml(key)}</dt><dd class="${fate}">${drawn(pieces, say)}</dd>`,
    );
    parts.push(`<h2>${escapeHtml(say('fields'))}</h2><dl>${rows.join('')}</dl>`);
  }
  parts.push(`<h2>${escapeHtml(say('body'))}</h2>`, ...comparison.blocks.map((block) => drawnBlock(block, say)));
  return `<main lang="${locale === 'en' ? 'en' : 'zh'}">${parts.join('\n')}</main>`;
}

/** The same as a page of its own, which loads nothing and runs nothing. */
export function changesDocument(comparison: Comparison, names: VersionNames, locale: Locale): string {
  return [
    '<!doctype html>',
    `<html lang="${locale === 'en' ? 'en' : 'zh'}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${escapeHtml(changesTitle(names, locale))}</title>`,
    `<style>${changesStyle}</style></head>`,
    `<body>${changesBody(comparison, names, locale)}</body></html>\n`,
  ].join('\n');
}

/** What a page of changes is called. */
export function changesTitle({ before, after }: VersionNames, locale: Locale): string {
  return inLocale(words.title, locale)
    .replace('{before}', () => before)
    .replace('{after}', () => after);
}

function drawnBlock(block: ComparedBlock, say: Say): string {
  const { kind, fate, pieces } = block;
  const sign = signOf(block, say);
  const text = fate === 'left' ? escapeHtml(pieces.map((piece) => piece.text).join('')) : drawn(pieces, say);
  const label = sign === undefined ? '' : `<span class="sign">${escapeHtml(sign)}</span>`;
  return `<div class="block ${kind} ${fate}">${label}${fate === 'left' ? `<del>${text}</del>` : text}</div>`;
}

/** What is said of a block beside its words. */
function signOf({ fate, kind, pieces }: ComparedBlock, say: Say): string | undefined {
  const signs: Readonly<Partial<Record<Fate, 'moved' | 'left'>>> = { moved: 'moved', left: 'left' };
  const sign = signs[fate];
  if (sign !== undefined) return say(sign);
  return fate === 'changed' && kind === 'heading' && pieces.every((piece) => piece.kind === 'same')
    ? say('heading')
    : undefined;
}

function drawn(pieces: readonly Piece[], say: Say): string {
  return pieces
    .map(({ kind, text }) => {
      if (kind === 'same') return escapeHtml(text);
      const said = (word: string): string => `<span class="said">[${escapeHtml(word)}]</span>`;
      const tag = kind === 'added' ? 'ins' : 'del';
      return `<${tag}>${said(say(kind))}${escapeHtml(text)}${said(`${say(kind)} ${say('end')}`)}</${tag}>`;
    })
    .join('');
}
