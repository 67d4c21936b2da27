import type { ShownFinding } from '../page/change.ts';

/** Whether values that came from elsewhere are what they should be. */

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export function isFlag(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

/** A line with its fraction, or a time. */
export function isLine(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

export function isOneOf<T extends string>(value: unknown, all: readonly T[]): value is T {
  return all.some((one) => one === value);
}

export function isListOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is T[] {
  return Array.isArray(value) && value.every(isItem);
}

/** Names with their texts. */
export function isWords(value: unknown): value is Record<string, string> {
  return isRecord(value) && Object.values(value).every(isText);
}

export function isFinding(value: unknown): value is ShownFinding {
  return (
    isRecord(value) &&
    isOneOf(value.severity, ['error', 'warning', 'info']) &&
    isText(value.message) &&
    isListOf(value.fixes, isText) &&
    isCount(value.line) &&
    isCount(value.column)
  );
}
