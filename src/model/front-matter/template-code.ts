/**
 * Code of a generator's or an editor's templates in a value: Hugo, Liquid, Nunjucks, ERB, shell-like placeholders. What
 * such a value will say is not known, and nothing may be changed in it.
 */
const TEMPLATE = /\{\{|\}\}|\{%|%\}|\{#|<%|%>|[$#%]\{|:[ \t]{1,20}%[A-Za-z_]\w{0,40}%[ \t]*(?:\r?\n|$)/;

/** Whether a text holds code of a template. Linear. */
export function isTemplated(text: string): boolean {
  return TEMPLATE.test(text);
}
