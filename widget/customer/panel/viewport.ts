/** On phones the panel covers what the on-screen keyboard leaves: tells its style where that is. Returns the undo. */
export function followViewport(frame: HTMLElement): () => void {
  const { visualViewport: seen } = window;
  const life = new AbortController();
  const follow = (): void => {
    if (seen === null) return;
    frame.style.setProperty("--_top", `${seen.offsetTop}px`);
    frame.style.setProperty("--_height", `${seen.height}px`);
  };
  for (const type of ["resize", "scroll"]) seen?.addEventListener(type, follow, life);
  follow();
  return () => life.abort();
}
