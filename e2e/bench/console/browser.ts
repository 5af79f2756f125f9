import { type Browser, chromium, type Page } from "@playwright/test";
import { chromiumArguments, chromiumPath } from "@/e2e/fixtures/chromium";
import { becomeBarePage } from "./bare-page";
import type { Passdeck } from "./passdeck";

export interface KeyFigures {
  /** Milliseconds from the key's event to its echo's arrival in the page. */
  arrived: number[];
  /** … and to the frame that shows it. */
  painted: number[];
}

/** Presses `count` keys in the VM's console in Chromium, and as many in a bare page that shows the same console. */
export async function measureKeys(
  passdeck: Passdeck,
  vmId: string,
  count: number,
): Promise<{ ours: KeyFigures; bare: KeyFigures }> {
  const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumArguments });
  try {
    const page = await openConsole(browser, passdeck, vmId);
    const ours = await pressKeys(page, count);
    await page.goto(`${passdeck.url}/no-such-page`);
    await becomeBarePage(page, vmId);
    return { ours, bare: await pressKeys(page, count) };
  } finally {
    await browser.close();
  }
}

async function openConsole(browser: Browser, passdeck: Passdeck, vmId: string): Promise<Page> {
  const { storageState } = passdeck.administrator;
  const context = await browser.newContext({ ignoreHTTPSErrors: true, storageState });
  const page = await context.newPage();
  // tsx marks functions with their names by a helper that the page does not have.
  await page.addInitScript("globalThis.__name = (marked) => marked");
  await page.addInitScript(noteArrivals);
  await page.goto(`${passdeck.url}/vms/local/${vmId}?tab=console`);
  await page.getByRole("textbox", { name: "Serial console" }).focus();
  // The last line of the boot's output, or the prompt after it.
  await page.locator(".xterm-rows").getByText("#").last().waitFor();
  return page;
}

const keysPerLine = 40;

async function pressKeys(page: Page, count: number): Promise<KeyFigures> {
  const figures: KeyFigures = { arrived: [], painted: [] };
  await newLine(page);
  for (let key = 0; key < count; key += 1) {
    if (key > 0 && key % keysPerLine === 0) await newLine(page);
    await page.evaluate(watchNextKey, "k");
    await page.keyboard.down("k");
    const { arrived, painted } = await page.evaluate(() => window.nextKey);
    figures.arrived.push(arrived);
    figures.painted.push(painted);
    // As people type: a key goes up after its echo has come, and the next one is not in step with the screen.
    await page.waitForTimeout(30 + Math.random() * 50);
    await page.keyboard.up("k");
    await page.waitForTimeout(30 + Math.random() * 50);
  }
  return figures;
}

async function newLine(page: Page): Promise<void> {
  await page.keyboard.press("Enter");
  await page.waitForTimeout(300);
  await page.keyboard.type(": ");
  await page.waitForTimeout(300);
}

declare global {
  interface Window {
    /** When the last bytes came over a WebSocket, by the page's clock. */
    lastArrival: number;
    nextKey: Promise<{ arrived: number; painted: number }>;
  }
}

/** Runs in the page, before its scripts. */
function noteArrivals(): void {
  const Native = window.WebSocket;
  window.WebSocket = class extends Native {
    constructor(...args: ConstructorParameters<typeof WebSocket>) {
      super(...args);
      this.addEventListener("message", ({ data }) => {
        if (data instanceof ArrayBuffer) window.lastArrival = performance.now();
      });
    }
  };
}

/** Runs in the page: has `nextKey` resolve once one more `key` was painted than there are now. */
function watchNextKey(key: string): void {
  const rows = document.querySelector(".xterm-rows");
  if (rows === null) throw new Error("the terminal is not drawn by layout: this cannot see it");
  const occurrences = () => rows.textContent.split(key).length;
  const before = occurrences();
  let pressedAt = Number.NaN;
  const note = (event: KeyboardEvent) => {
    pressedAt = event.timeStamp;
  };
  addEventListener("keydown", note, { once: true, capture: true });
  window.nextKey = new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      resolve({ arrived: window.lastArrival - pressedAt, painted: performance.now() - pressedAt });
    };
    const observer = new MutationObserver(() => {
      if (occurrences() <= before) return;
      observer.disconnect();
      // The terminal draws in an animation frame; a message from there comes once that frame was painted.
      channel.port2.postMessage(null);
    });
    observer.observe(rows, { subtree: true, childList: true, characterData: true });
  });
}
