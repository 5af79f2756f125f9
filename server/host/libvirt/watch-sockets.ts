import { existsSync, type FSWatcher, watch } from "node:fs";
import { basename, dirname } from "node:path";

/**
 * Calls `appeared` when one of these unix sockets of this machine is made, until the returned function is called. Where
 * its folder is missing as well, the folder's appearance counts. What can't be watched is left to who calls.
 */
export function watchSockets(paths: readonly string[], appeared: () => void): () => void {
  const places = new Set(paths.map((path) => (existsSync(dirname(path)) ? path : dirname(path))));
  const watchers = [...places].flatMap((place) => watchPlace(place, appeared) ?? []);
  return () => {
    for (const watcher of watchers) watcher.close();
  };
}

function watchPlace(place: string, appeared: () => void): FSWatcher | null {
  try {
    const watcher = watch(dirname(place), { persistent: false }, (_event, name) => {
      if (name === basename(place) && existsSync(place)) appeared();
    });
    return watcher.on("error", () => undefined);
  } catch {
    return null;
  }
}
