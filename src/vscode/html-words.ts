/** Words of a page of ours as HTML. */
export const quoted = (text: string): string => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** A text with what stands between backticks as code. */
export const withCode = (text: string): string => quoted(text).replace(/`([^`]+)`/g, '<code>$1</code>');
