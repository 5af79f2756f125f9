import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

type Palette = Record<string, string>;

const styles = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");

function readPalette(selector: string): Palette {
  const start = styles.indexOf(`${selector} {`);
  const block = styles.slice(start, styles.indexOf("}", start));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]]),
  );
}

type Rgb = [number, number, number];

function toRgb(hex: string | undefined): Rgb {
  if (hex === undefined) throw new Error("the palette lacks a colour");
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Rgb;
}

function mix(over: Rgb, under: Rgb, share: number): Rgb {
  return over.map((value, channel) => value * share + (under[channel] ?? 0) * (1 - share)) as Rgb;
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2's contrast ratio, 1…21. */
function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ["background", "surface", "raised", "inset"];

describe.each([
  ["light", readPalette(":root")],
  ["dark", readPalette(".dark")],
])("the %s palette", (_name, palette) => {
  const colour = (name: string) => toRgb(palette[name]);

  test.each(["foreground", "muted", "accent", "success", "warning", "danger"])(
    "%s is readable on every ground",
    (text) => {
      for (const ground of grounds)
        expect(contrast(colour(text), colour(ground)), ground).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.each(["foreground", "muted"])("%s is readable on a hovered or selected row", (text) => {
    for (const tint of ["foreground", "accent"]) {
      const ground = mix(colour(tint), colour("surface"), 0.1);
      expect(contrast(colour(text), ground), tint).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each(["accent", "success", "warning", "danger"])(
    "a badge in %s is readable on every ground",
    (tone) => {
      for (const ground of grounds) {
        expect(contrast(colour(tone), mix(colour(tone), colour(ground), 0.1)), ground).toBeGreaterThanOrEqual(
          4.5,
        );
      }
    },
  );

  test.each(["accent", "danger"])("words on a button in %s are readable", (ground) => {
    expect(contrast(colour(`${ground}-foreground`), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(["border-strong", "ring", "chart-1", "chart-2"])(
    "%s can be told from what it stands on",
    (line) => {
      for (const ground of grounds)
        expect(contrast(colour(line), colour(ground)), ground).toBeGreaterThanOrEqual(3);
    },
  );
});
