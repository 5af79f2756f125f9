import { describe, expect, test } from "vitest";
import { placeInText } from "./place-in-text";

describe("where somebody writes", () => {
  test.each([
    ["<domain>\n  <dev", { at: "element", path: ["domain"], typed: "dev" }],
    ["<domain><", { at: "element", path: ["domain"], typed: "" }],
    [
      "<domain><os/><devices><disk ty",
      { at: "attribute", path: ["domain", "devices"], element: "disk", typed: "ty" },
    ],
    ["<disk type='file' ", { at: "attribute", path: [], attributes: ["type"], typed: "" }],
    ["<disk type='fi", { at: "value", element: "disk", attribute: "type", typed: "fi" }],
    ['<disk type="', { at: "value", attribute: "type", typed: "" }],
    ["<disk type='file'", { at: "elsewhere" }],
    ["<disk type=", { at: "elsewhere" }],
    ["<on_crash> dest", { at: "content", path: ["on_crash"], typed: "dest" }],
    ["<a><b></", { at: "closing-tag", path: ["a", "b"] }],
    ["<a><b></b>", { at: "content", path: ["a"] }],
    ["<a><b><c></b>", { at: "content", path: ["a"] }],
    ["<a></b>", { at: "content", path: ["a"] }],
    ["<a><!-- <b", { at: "elsewhere", path: ["a"] }],
    ["<a><!-- <b> -->x", { at: "content", path: ["a"], typed: "x" }],
    ["", { at: "content", path: [], typed: "" }],
  ])("at the end of %s", (text, expected) => {
    expect(placeInText(text)).toMatchObject(expected);
  });
});
