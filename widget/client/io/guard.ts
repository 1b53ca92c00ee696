/** Runs what others gave us to run. What it throws is reported as a page's uncaught errors are, and stops nothing of ours. */
export function guard(work: () => void): void {
  try {
    work();
  } catch (error) {
    // Node 24 has no such function; there a microtask of its own makes the error an uncaught one.
    if ("reportError" in globalThis) return reportError(error);
    queueMicrotask(() => {
      throw error;
    });
  }
}
