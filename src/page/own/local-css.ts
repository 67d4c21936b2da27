import { type CSSToken, TokenType, tokenize } from '@csstools/css-tokenizer';
import { isPictureData } from '../../model/picture-formats.ts';
import { isRemote } from '../links.ts';
import type { FindAsset } from './own-page.ts';

/** Functions whose strings are addresses. */
const loading = new Set(['url', 'src', 'image', 'image-set', '-webkit-image-set', 'cross-fade', '-webkit-cross-fade']);

/** At-rules that name a file or say how a file is read; a saved page's own text has no use for them. */
const dropped = new Set(['import', 'charset', 'namespace']);

/**
 * CSS with every address resolved by the host, and without addresses that it does not know: nothing is loaded from
 * elsewhere. `@import` is left out. Follows CSS Syntax Level 3, so that escapes and comments hide nothing. Linear.
 */
export function localCss(css: string, asset: FindAsset): string {
  const tokens = tokenize({ css });
  let out = '';
  /** For each open bracket whether strings in it are addresses. */
  const addresses: boolean[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    const [type, raw] = token;
    switch (type) {
      case TokenType.AtKeyword:
        if (dropped.has(token[4].value.toLowerCase())) i = ruleEnd(tokens, i);
        else out += raw;
        break;
      case TokenType.URL:
        out += address(token[4].value, asset);
        break;
      case TokenType.Function: {
        const name = token[4].value.toLowerCase();
        if (name === 'url' || name === 'src') {
          const inside = stringIn(tokens, i);
          out += inside === undefined ? 'url("")' : address(inside, asset);
          i = functionEnd(tokens, i);
          break;
        }
        addresses.push(loading.has(name) || (addresses.at(-1) ?? false));
        out += raw;
        break;
      }
      case TokenType.OpenParen:
        addresses.push(addresses.at(-1) ?? false);
        out += raw;
        break;
      case TokenType.CloseParen:
        addresses.pop();
        out += raw;
        break;
      case TokenType.String:
        out += addresses.at(-1) === true ? address(token[4].value, asset) : raw;
        break;
      case TokenType.BadURL:
      case TokenType.BadString:
      case TokenType.Comment:
        break;
      default:
        out += raw;
    }
  }
  // Nothing of it may end the element that it will stand in.
  return out.replaceAll('</', '<\\/');
}

/**
 * Declarations of a `style` attribute as a rule body, resolved like {@link localCss}; '' for what is not declarations
 * alone.
 */
export function localDeclarations(style: string, asset: FindAsset): string {
  const kinds: readonly TokenType[] = [
    TokenType.OpenCurly,
    TokenType.CloseCurly,
    TokenType.AtKeyword,
    TokenType.BadString,
    TokenType.BadURL,
    TokenType.CDC,
    TokenType.CDO,
  ];
  let depth = 0;
  // A string or comment that is not closed is a token all the same, and would go on into what follows.
  let closed = true;
  const onParseError = (): void => {
    closed = false;
  };
  for (const [type] of tokenize({ css: style }, { onParseError })) {
    if (kinds.includes(type)) return '';
    if (type === TokenType.OpenParen || type === TokenType.OpenSquare || type === TokenType.Function) depth++;
    else if (type === TokenType.CloseParen || type === TokenType.CloseSquare) depth--;
    if (depth < 0) return '';
  }
  // An open bracket would swallow the rules that follow.
  return depth === 0 && closed ? localCss(style, asset) : '';
}

function address(reference: string, asset: FindAsset): string {
  const url = resolveAsset(reference, asset);
  return `url("${(url ?? '').replace(/["\\\n\r\f<]/g, (unit) => `\\${unit.charCodeAt(0).toString(16)} `)}")`;
}

/** A reference of the saved page as a URL: pictures and fonts that are written into it stay, other sites' do not. */
export function resolveAsset(reference: string, asset: FindAsset): string | undefined {
  const bare = reference.trim();
  if (bare === '' || bare.startsWith('#')) return undefined;
  if (isPictureData(bare) || /^data:(?:font\/|application\/(?:x-)?font)/i.test(bare)) return bare;
  return isRemote(bare) ? undefined : asset(bare);
}

/** Index of the semicolon that ends a rule without a block, or of the last token. */
function ruleEnd(tokens: readonly CSSToken[], from: number): number {
  let i = from;
  while (i < tokens.length - 1 && tokens[i]?.[0] !== TokenType.Semicolon) i++;
  return i;
}

/** Index of the bracket that closes the function which opens at `from`, or of the last token. */
function functionEnd(tokens: readonly CSSToken[], from: number): number {
  let depth = 1;
  let i = from;
  while (depth > 0 && i < tokens.length - 1) {
    i++;
    const type = tokens[i]?.[0];
    if (type === TokenType.OpenParen || type === TokenType.Function) depth++;
    else if (type === TokenType.CloseParen) depth--;
  }
  return i;
}

function stringIn(tokens: readonly CSSToken[], from: number): string | undefined {
  for (let i = from + 1; i < tokens.length; i++) {
    const token = tokens[i];
    if (token?.[0] === TokenType.String) return token[4].value;
    if (token?.[0] !== TokenType.Whitespace && token?.[0] !== TokenType.Comment) return undefined;
  }
  return undefined;
}
