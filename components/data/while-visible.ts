const retryAfter = 5_000;

/** What tells whether the page can be seen: the browser's `document`. */
export interface VisiblePage {
  readonly visibilityState: DocumentVisibilityState;
  addEventListener(type: "visibilitychange", listener: () => void): void;
  removeEventListener(type: "visibilitychange", listener: () => void): void;
}

/**
 * Runs a subscription while the page can be seen, and ends it when not. `start` returns how to end it; it may call
 * `again` when it ended by itself, and is started anew a little later. Returns how to end it for good.
 */
export function whileVisible(
  start: (again: () => void) => () => void,
  page: VisiblePage = document,
): () => void {
  let end: (() => void) | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const stop = () => {
    clearTimeout(retry);
    const ending = end;
    end = null;
    ending?.();
  };
  const update = () => {
    const visible = page.visibilityState === "visible";
    if (!visible) stop();
    else if (end === null) run();
  };
  const run = () => {
    clearTimeout(retry);
    let over = false;
    const endThis = start(() => {
      if (over || end !== endThisOnce) return;
      over = true;
      end = null;
      retry = setTimeout(update, retryAfter);
    });
    const endThisOnce = () => {
      over = true;
      endThis();
    };
    end = endThisOnce;
  };

  update();
  page.addEventListener("visibilitychange", update);
  return () => {
    page.removeEventListener("visibilitychange", update);
    stop();
  };
}
