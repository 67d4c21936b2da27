/**
 * Makes a toolbar one stop of the Tab key: inside it Left, Right, Home and End move, and Up and Down choose in a list.
 * Returns what to call when controls came, went, or were disabled, so that there always is a stop.
 */
export function moveByKeys(bar: HTMLElement): () => void {
  const reachable = (): HTMLElement[] =>
    [...bar.querySelectorAll<HTMLElement>('button:enabled, select:enabled')].filter(
      (control) => control.offsetParent !== null,
    );
  const stopAt = (stop: Element | undefined): void => {
    for (const control of bar.querySelectorAll<HTMLElement>('button, select'))
      control.tabIndex = control === stop ? 0 : -1;
  };
  const settle = (): void => {
    const controls = reachable();
    stopAt(controls.find(({ tabIndex }) => tabIndex === 0) ?? controls[0]);
  };

  bar.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element) stopAt(target);
  });
  bar.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const controls = reachable();
    const here = controls.findIndex((control) => control.matches(':focus'));
    const last = controls.length - 1;
    const places: Readonly<Record<string, number>> = {
      ArrowLeft: here === 0 ? last : here - 1,
      ArrowRight: here === last ? 0 : here + 1,
      Home: 0,
      End: last,
    };
    const to = places[event.key];
    if (here < 0 || to === undefined) return;
    // A list would choose its next entry.
    event.preventDefault();
    controls[to]?.focus();
  });
  return settle;
}
