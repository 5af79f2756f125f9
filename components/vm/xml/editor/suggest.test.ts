import { describe, expect, test } from "vitest";
import type { Grammar } from "@/server/domain/changes/grammar/grammar.schema";
import { placeInText } from "./place-in-text";
import { suggest } from "./suggest";

const node = (name: string, part: Partial<Grammar["nodes"][number]> = {}) => ({
  name,
  attributes: {},
  children: [],
  values: [],
  ...part,
});

/** Two kinds of disk, each with a source of its own, and a disk that a disk stands on. */
const grammar: Grammar = {
  roots: [0],
  nodes: [
    node("domain", { attributes: { type: ["kvm", "qemu"] }, children: [1, 2, 5] }),
    node("disk", { attributes: { type: ["file"], device: [] }, children: [3] }),
    node("disk", { attributes: { type: ["network"] }, children: [4] }),
    node("source", { attributes: { file: [] }, children: [1] }),
    node("source", { attributes: { protocol: ["rbd", "nbd"] } }),
    node("on_crash", { values: ["destroy", "restart"] }),
  ],
};
const words = (text: string) => suggest(grammar, placeInText(text)).words;

describe("what may be written", () => {
  test.each([
    ["<", ["domain"]],
    ["<domain><", ["disk", "on_crash"]],
    ["<domain ty", ["type"]],
    ["<domain type='", ["kvm", "qemu"]],
    ["<domain><disk ", ["type", "device"]],
    ["<domain><disk device='disk' ", ["type"]],
    ["<domain><disk type='", ["file", "network"]],
    ["<domain><disk><source ", ["file", "protocol"]],
    ["<domain><disk><source><", ["disk"]],
    ["<domain><on_crash>", ["destroy", "restart"]],
    ["<domain><disk></", ["disk"]],
    ["<domain><unknown><", []],
    ["<domain><!-- <", []],
  ])("at the end of %s", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});
