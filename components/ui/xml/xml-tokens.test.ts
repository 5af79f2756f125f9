import fc from "fast-check";
import { expect, test } from "vitest";
import { tokenizeXml } from "./xml-tokens";

const pieces = (xml: string) => tokenizeXml(xml).map(({ kind, text }) => [kind, text]);

test("a tag falls into its name, attributes and values", () => {
  expect(pieces(`<disk type='file'>a</disk>`)).toEqual([
    ["punctuation", "<"],
    ["element", "disk"],
    ["text", " "],
    ["attribute", "type"],
    ["punctuation", "="],
    ["value", "'file'"],
    ["punctuation", ">"],
    ["text", "a"],
    ["punctuation", "</"],
    ["element", "disk"],
    ["punctuation", ">"],
  ]);
});

test("an empty element with a namespace", () => {
  expect(pieces(`<qemu:arg value="-x"/>`).filter(([kind]) => kind !== "punctuation")).toEqual([
    ["element", "qemu:arg"],
    ["text", " "],
    ["attribute", "value"],
    ["value", `"-x"`],
  ]);
});

test("marks inside of values and sections are no tags", () => {
  expect(pieces(`<a b="x > y">`)).toContainEqual(["value", `"x > y"`]);
  expect(pieces("<!-- <a> --><![CDATA[ <b> ]]><?xml v?>")).toEqual([
    ["comment", "<!-- <a> -->"],
    ["text", "<![CDATA[ <b> ]]>"],
    ["declaration", "<?xml v?>"],
  ]);
});

test("a tag that is never closed ends where the next begins", () => {
  expect(pieces("<a <b>")).toEqual([
    ["punctuation", "<"],
    ["element", "a"],
    ["text", " "],
    ["punctuation", "<"],
    ["element", "b"],
    ["punctuation", ">"],
  ]);
});

test("nothing is ever lost or added, whatever comes in", () => {
  const crumb = fc.constantFrom(
    "<",
    ">",
    "/",
    "=",
    '"',
    "'",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?",
    "?>",
    "a",
    " ",
    "\n",
  );
  const soup = fc.oneof(
    fc.string(),
    fc.array(crumb, { maxLength: 40 }).map((crumbs) => crumbs.join("")),
  );
  fc.assert(
    fc.property(soup, (xml) => {
      const tokens = tokenizeXml(xml);
      expect(tokens.map(({ text }) => text).join("")).toBe(xml);
      expect(tokens.every(({ text }) => text !== "")).toBe(true);
    }),
  );
});
