import type { Page } from "@playwright/test";

/**
 * What runs inside the page, from before its first script: it notes when the list was complete and when a row's
 * state changed, by the page's own clock, so that no round trip of the test's is in the figures.
 */
export async function observePage(page: Page): Promise<void> {
  await allowNames(page);
  await page.addInitScript(() => {
    const notes = {
      listAt: new Map<number, number>(),
      usableAt: undefined as number | undefined,
      states: [] as { vm: string; state: string; at: number }[],
    };
    Object.assign(window, { passdeckNotes: notes });
    const known = new Map<string, string>();
    const look = () => {
      const at = performance.timeOrigin + performance.now();
      const grid = document.querySelector("[role=grid][aria-rowcount]");
      const rows = document.querySelectorAll("tr[data-key]");
      // aria-rowcount counts the header as well.
      const count = Number(grid?.getAttribute("aria-rowcount") ?? 0) - 1;
      if (rows.length > 0 && !notes.listAt.has(count)) notes.listAt.set(count, at);
      for (const row of rows) {
        const [vm, state] = [
          row.querySelector("th a")?.textContent ?? "",
          row.children[2]?.textContent ?? "",
        ];
        if (known.get(vm) === state) continue;
        known.set(vm, state);
        notes.states.push({ vm, state, at });
      }
    };
    // The first rows stand in the markup, and answer once React has taken them over.
    const lookForProps = () => {
      const row = document.querySelector("tr[data-key]");
      if (row !== null && Object.keys(row).some((key) => key.startsWith("__reactProps")))
        notes.usableAt = performance.timeOrigin + performance.now();
      else setTimeout(lookForProps, 1);
    };
    lookForProps();
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ["aria-rowcount"],
    });
  });
}

/** tsx wraps each named function in a call of this helper of its own, which a page does not have. */
async function allowNames(page: Page): Promise<void> {
  await page.addInitScript("globalThis.__name = (target) => target");
}

interface Notes {
  listAt: Map<number, number>;
  usableAt?: number;
  states: { vm: string; state: string; at: number }[];
}

declare global {
  interface Window {
    passdeckNotes: Notes;
    /** When the sign-in form could be used, by the page's own clock. */
    passdeckUsableAt?: number;
    /** Milliseconds from a key to its paint. */
    passdeckPainted: Promise<number>;
  }
}

/** Milliseconds from the navigation's start until the list told of `count` VMs and its first rows were drawn. */
export async function listCompleteAfter(page: Page, count: number): Promise<number> {
  const handle = await page.waitForFunction((wanted) => window.passdeckNotes.listAt.get(wanted), count);
  const at = await handle.jsonValue();
  return (at ?? Number.NaN) - (await page.evaluate(() => performance.timeOrigin));
}

/** Milliseconds from the navigation's start until the list's rows answer keys and presses. */
export async function listUsableAfter(page: Page): Promise<number> {
  const handle = await page.waitForFunction(() => window.passdeckNotes.usableAt);
  return ((await handle.jsonValue()) ?? Number.NaN) - (await page.evaluate(() => performance.timeOrigin));
}

/** When the row of `vm` came to show `state`, the first time since a moment; Unix milliseconds both. */
export async function stateShownAt(page: Page, vm: string, state: string, since: number): Promise<number> {
  const handle = await page.waitForFunction(
    ([name, wanted, from]) =>
      window.passdeckNotes.states.find((note) => note.vm === name && note.state === wanted && note.at >= from)
        ?.at,
    [vm, state, since] as const,
  );
  return (await handle.jsonValue()) ?? Number.NaN;
}

/** Has the page note when React has taken over the sign-in form: before that, pressing its button reloads the page. */
export async function observeSignIn(page: Page): Promise<void> {
  await allowNames(page);
  await page.addInitScript(() => {
    const look = () => {
      const form = document.querySelector("form");
      if (form !== null && Object.keys(form).some((key) => key.startsWith("__reactProps")))
        window.passdeckUsableAt ??= performance.now();
      else setTimeout(look, 1);
    };
    look();
  });
}

/** Milliseconds from the navigation's start until the sign-in form could be used. */
export async function signInUsableAfter(page: Page): Promise<number> {
  const handle = await page.waitForFunction(() => window.passdeckUsableAt);
  return (await handle.jsonValue()) ?? Number.NaN;
}

/**
 * Milliseconds from a key's event until what it changed was painted, for each key pressed in the focused field; for a
 * key that changes nothing within three frames, until the first of them.
 */
export async function pressAndMeasure(page: Page, keys: string[]): Promise<number[]> {
  const figures: number[] = [];
  for (const key of keys) {
    await page.evaluate(armForKey);
    await page.keyboard.press(key);
    figures.push(await page.evaluate(() => window.passdeckPainted));
  }
  return figures;
}

/** In the page: has `passdeckPainted` tell of the next key. Before it is pressed, or it might be missed. */
function armForKey(): void {
  const nextFrame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));
  const afterPaint = () =>
    new Promise<number>((resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve(performance.now());
      channel.port2.postMessage(null);
    });
  const measure = async (event: KeyboardEvent) => {
    let changed = false;
    const observer = new MutationObserver(() => {
      changed = true;
    });
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    await nextFrame();
    const first = await afterPaint();
    let last = first;
    for (let frame = 0; frame < 2 && !changed; frame += 1) {
      await nextFrame();
      last = await afterPaint();
    }
    observer.disconnect();
    return (changed ? last : first) - event.timeStamp;
  };
  window.passdeckPainted = new Promise<KeyboardEvent>((resolve) => {
    addEventListener("keydown", resolve, { once: true, capture: true });
  }).then(measure);
}
