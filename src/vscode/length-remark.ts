import * as vscode from 'vscode';
import { lengthOf } from '../server/length-protocol.ts';

/** What to say of a text while it is typed: too long is a warning, for the house may have its reasons. */
export function lengthRemark(
  text: string,
  { maxLength }: { readonly maxLength?: number },
): vscode.InputBoxValidationMessage | undefined {
  const length = lengthOf(text.trim());
  if (maxLength === undefined || length <= maxLength) return undefined;
  return {
    message: vscode.l10n.t('{0} characters; the house allows {1}', length, maxLength),
    severity: vscode.InputBoxValidationSeverity.Warning,
  };
}
