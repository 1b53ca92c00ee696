/**
 * Runs what others gave us to run. What it throws stops nothing of ours, and is reported as a page's uncaught errors are: it is
 * one, a moment later.
 */
export function guard(work: () => void): void {
  try {
    work();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
