import { setTimeout as delay } from "node:timers/promises";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import type { PassdeckServer } from "@/e2e/fixtures/passdeck-server";
import type { Virsh } from "@/e2e/fixtures/virsh";
import { median } from "../quantile";
import {
  listCompleteAfter,
  listUsableAfter,
  observePage,
  observeSignIn,
  pressAndMeasure,
  signInUsableAfter,
  stateShownAt,
} from "./in-page";
import { cpuSeconds } from "./process-usage";
import type { VirshEvents } from "./virsh-events";

const navigations = 5;
export const viewport = { width: 1440, height: 900 };

export interface NavigationFigures {
  /** Milliseconds, median. */
  complete: number;
  /** Milliseconds until a row answers a press, median. */
  usable: number;
  /** Server CPU a navigation, seconds, median. */
  cpu: number;
  elements: number;
  rows: number;
}

/** Loads the list several times in fresh pages; the last one stays open. */
export async function measureNavigation(
  context: BrowserContext,
  server: PassdeckServer,
  count: number,
): Promise<{ figures: NavigationFigures; page: Page }> {
  const [complete, usable, cpu]: [number[], number[], number[]] = [[], [], []];
  let page = await context.newPage();
  for (let round = 0; round <= navigations; round += 1) {
    await page.close();
    page = await context.newPage();
    await observePage(page);
    const before = await cpuSeconds(server.pid);
    await page.goto(`${server.url}/vms`);
    const after = await listCompleteAfter(page, count);
    const usableAfter = await listUsableAfter(page);
    // The first one also warms up the browser's cache and the server's code.
    if (round === 0) continue;
    complete.push(after);
    usable.push(usableAfter);
    cpu.push((await cpuSeconds(server.pid)) - before);
  }
  const [elements, rows] = await page.evaluate(() => [
    document.querySelectorAll("*").length,
    document.querySelectorAll("tr[data-key]").length,
  ]);
  return {
    figures: {
      complete: median(complete),
      usable: median(usable),
      cpu: median(cpu),
      elements: elements ?? 0,
      rows: rows ?? 0,
    },
    page,
  };
}

/** Milliseconds until the sign-in page can be used, median, in a browser that knows its files: nothing is less work. */
export async function measureSignIn(browser: Browser, server: PassdeckServer): Promise<number> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport });
  const figures: number[] = [];
  for (let round = 0; round <= navigations; round += 1) {
    const page = await context.newPage();
    await observeSignIn(page);
    await page.goto(`${server.url}/sign-in`);
    const after = await signInUsableAfter(page);
    await page.close();
    if (round > 0) figures.push(after);
  }
  await context.close();
  return median(figures);
}

/** What virsh does, the event that it causes, and the word that the row then shows. */
const steps = [
  { command: "start", event: "Started", state: "Running" },
  { command: "suspend", event: "Suspended", state: "Paused" },
  { command: "resume", event: "Resumed", state: "Running" },
  { command: "destroy", event: "Stopped", state: "Off" },
] as const;

/** Milliseconds from libvirt's event, as virsh heard it, to the changed row: each step with each of `vms`. */
export async function measureEvents(
  page: Page,
  virsh: Virsh,
  events: VirshEvents,
  vms: string[],
): Promise<number[]> {
  const figures: number[] = [];
  for (const vm of vms) {
    console.error(`changing ${vm} …`);
    for (const { command, event, state } of steps) {
      // A start also pauses and resumes: what came of it before is not what this step waits for.
      const since = Date.now();
      const [heard, shown] = [events.next(vm, event, since), stateShownAt(page, vm, state, since)];
      await virsh.run(command, vm);
      figures.push((await shown) - (await heard).at);
    }
  }
  return figures;
}

/** Milliseconds from a key in the search field to the painted list, for keys that narrow it and that widen it. */
export async function measureFilter(page: Page): Promise<number[]> {
  await page.getByRole("searchbox").first().focus();
  const figures: number[] = [];
  for (let round = 0; round < 4; round += 1) {
    figures.push(...(await pressAndMeasure(page, ["0", "0", "7", "Backspace", "Backspace", "Backspace"])));
  }
  return figures;
}

/**
 * V8 shrinks its heap up to three times some 15 to 65 s after work, 0.1 s of CPU each with helper threads
 * (`--trace-gc`: "Mark-Compact (reduce)"). That belongs to the work, once; it is not what an idle minute costs.
 */
const settleSeconds = 90;

/** Server CPU with the page open and nothing going on. */
export interface IdleFigures {
  /** Seconds, once, while V8 tidies up after what was done before. */
  settling: number;
  /** Seconds a minute, from then on. */
  idle: number;
}

export async function measureIdle(server: PassdeckServer, seconds: number): Promise<IdleFigures> {
  const atEnd = await cpuSeconds(server.pid);
  await delay(settleSeconds * 1000);
  const before = await cpuSeconds(server.pid);
  await delay(seconds * 1000);
  const after = await cpuSeconds(server.pid);
  return { settling: before - atEnd, idle: ((after - before) * 60) / seconds };
}
