/** The first that fits counts: most browsers call themselves by others' names as well. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, "Edge"],
  [/\b(OPR|Opera)\//, "Opera"],
  [/\bVivaldi\//, "Vivaldi"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(HeadlessChrome|Chrome|Chromium|CriOS)\//, "Chrome"],
  [/\bVersion\/.*\bSafari\//, "Safari"],
  [/^curl\//, "curl"],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, "Android"],
  [/\b(iPhone|iPod)\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
  [/\bFreeBSD\b/, "FreeBSD"],
];

/** What a browser calls itself, for people: "Firefox on Linux". null where it is none that is known. */
export function browserWords(userAgent: string | null): string | null {
  if (userAgent === null) return null;
  const [browser, system] = [firstOf(browsers, userAgent), firstOf(systems, userAgent)];
  if (browser === null) return null;
  return system === null ? browser : `${browser} on ${system}`;
}

function firstOf(table: typeof browsers, text: string): string | null {
  return table.find(([form]) => form.test(text))?.[1] ?? null;
}
