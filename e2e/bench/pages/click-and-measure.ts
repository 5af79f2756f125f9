import type { Locator } from "@playwright/test";

/**
 * Milliseconds from a click until the last of what it changed was painted, by the page's own clock. What changes
 * nothing for ten frames has ended; a click that changes nothing at all is an error.
 */
export function clickAndMeasure(target: Locator): Promise<number> {
  return target.evaluate(async (element: HTMLElement) => {
    const quietFrames = 10;
    let changed = false;
    const observer = new MutationObserver(() => {
      changed = true;
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    const start = performance.now();
    element.click();
    let painted = Number.NaN;
    let quiet = 0;
    while (quiet < quietFrames) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const frameChanged = changed;
      changed = false;
      // A message comes after the frame was painted.
      await new Promise<void>((resolve) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve();
        channel.port2.postMessage(null);
      });
      if (frameChanged) painted = performance.now() - start;
      quiet = frameChanged ? 0 : quiet + 1;
    }
    observer.disconnect();
    if (Number.isNaN(painted)) throw new Error("the click changed nothing");
    return painted;
  });
}
