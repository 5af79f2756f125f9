import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { themeChosen, themeKey } from "./theme-events";
import { themeScript } from "./theme-script";

/** The system's own theme, and how it says that it changed. */
let scheme: EventTarget & { matches: boolean };

beforeEach(() => {
  scheme = Object.assign(new EventTarget(), { matches: false });
  vi.stubGlobal("matchMedia", () => scheme);
  localStorage.removeItem(themeKey);
  document.documentElement.className = "";
});

afterEach(() => vi.unstubAllGlobals());

const isDark = () => document.documentElement.classList.contains("dark");

/** As the browser does with the script of the markup. */
function run(): void {
  new Function(themeScript)();
}

function systemBecomes(dark: boolean): void {
  scheme.matches = dark;
  scheme.dispatchEvent(new Event("change"));
}

test.each([
  [null, false, false],
  [null, true, true],
  ["system", true, true],
  ["dark", false, true],
  ["light", true, false],
])("chosen %s, where the system is dark: %s, the page is dark: %s", (chosen, system, dark) => {
  if (chosen !== null) localStorage.setItem(themeKey, chosen);
  scheme.matches = system;
  run();
  expect(isDark()).toBe(dark);
});

test("the page follows the system, until something is chosen", () => {
  run();
  systemBecomes(true);
  expect(isDark()).toBe(true);
  localStorage.setItem(themeKey, "light");
  window.dispatchEvent(new Event(themeChosen));
  expect(isDark()).toBe(false);
  systemBecomes(true);
  expect(isDark()).toBe(false);
});

test("a browser that keeps nothing for pages has the system's theme", () => {
  const refuse = () => {
    throw new DOMException("Access is denied for this document.", "SecurityError");
  };
  vi.stubGlobal("localStorage", { getItem: refuse });
  scheme.matches = true;
  run();
  expect(isDark()).toBe(true);
});

test("what is chosen in another window is heard of", () => {
  run();
  localStorage.setItem(themeKey, "dark");
  window.dispatchEvent(new Event("storage"));
  expect(isDark()).toBe(true);
});
