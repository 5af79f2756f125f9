const retryAfter = 5_000;

/**
 * Runs a subscription while the page can be seen, and ends it when not. `start` returns how to end it; it may call
 * `again` when it ended by itself, and is started anew a little later. Returns how to end it for good.
 */
export function whileVisible(start: (again: () => void) => () => void): () => void {
  let end: (() => void) | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const stop = () => {
    clearTimeout(retry);
    const ending = end;
    end = null;
    ending?.();
  };
  const update = () => {
    const visible = document.visibilityState === "visible";
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
  document.addEventListener("visibilitychange", update);
  return () => {
    document.removeEventListener("visibilitychange", update);
    stop();
  };
}
