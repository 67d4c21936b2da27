const special = /[&<>"'\0]/;
const specials = /[&<>"'\0]/g;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\0': '\uFFFD',
};

/**
 * Text as HTML, fit for element content and for quoted attributes alike. NUL becomes U+FFFD, as in CommonMark; the
 * page relies on its never being in escaped text.
 */
export function escapeHtml(text: string): string {
  return special.test(text) ? text.replace(specials, (mark) => entities[mark] ?? '') : text;
}

/** ` name="value"`, escaped, or nothing for an undefined or empty value. */
export function attribute(name: string, value: string | number | undefined): string {
  return value === undefined || value === '' ? '' : ` ${name}="${escapeHtml(String(value))}"`;
}
