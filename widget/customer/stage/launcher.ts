/** What opens this chat: the page's own launcher, or ours. */
export function launcherOf(element: HTMLElement, root: ShadowRoot): HTMLElement | null {
  return element.querySelector<HTMLElement>(":scope > [slot=launcher]") ?? root.querySelector("[part=launcher]");
}
