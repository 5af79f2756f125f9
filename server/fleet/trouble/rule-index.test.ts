import { describe, expect, test } from "vitest";
import { causes, companions } from "./explain-trouble";
import { kernelTexts } from "./kernel-texts.test-data";
import { libvirtTexts } from "./libvirt-texts.test-data";
import { fragmentsOf } from "./pattern-fragments";
import { qemuTexts } from "./qemu-texts.test-data";
import { deviceTexts, machineTexts, vfioTexts } from "./real-texts.test-data";
import { RuleIndex } from "./rule-index";

const rules = [...causes, ...companions];
const texts = [...deviceTexts, ...vfioTexts, ...machineTexts, ...qemuTexts, ...libvirtTexts, ...kernelTexts];

describe("fragmentsOf", () => {
  test.each<[RegExp, string[] | null]>([
    [/group (?<group>\d+) is not viable/, [" is not viable"]],
    [/failed to open|can't open/, ["failed to open", "can't open"]],
    [/(?:[Ff]ailed|cannot) to reset\b/, [" to reset"]],
    [/stuck in D3(?:cold)?/, ["stuck in d3"]],
    [/a{0,3}(?:longer text)?[abc]+/, null],
    [/^(?=[\s\S]*(?:first text|second))(?:x)?/, ["first text", "second"]],
    [/(?!never this one)short [a-f]{4}/, ["short "]],
    [/colou?red/, ["colo"]],
    [/\d+ \w+|known text/, null],
  ])("of %s", (pattern, fragments) => expect(fragmentsOf(pattern)).toEqual(fragments));
});

test("all rules are found by a text that they can't match without", () => {
  expect(new RuleIndex(rules).unindexed.map((place) => rules[place]?.pattern.source)).toEqual([]);
});

test("whatever matches is among the candidates", () => {
  const index = new RuleIndex(rules);
  for (const { text } of texts) {
    const matching = rules.filter(({ pattern }) => pattern.test(text));
    const candidates = new Set(index.candidates(text));
    expect(matching.filter((rule) => !candidates.has(rule))).toEqual([]);
  }
});

test("an idle line of a log is tried with next to no rule", () => {
  const index = new RuleIndex(rules);
  const lines = [
    "systemd[1]: Started session-4.scope - Session 4 of user root.",
    "kernel: usb 1-4: new high-speed USB device number 7 using xhci_hcd",
    "kernel: pci 0000:01:00.0: BAR 1 [mem 0xc0000000-0xcfffffff 64bit pref]: assigned",
    "NetworkManager[812]: <info> device (vnet3): state change: disconnected -> unmanaged",
  ];
  expect(lines.map((line) => index.candidates(line).length)).toEqual([0, 0, 0, 0]);
});
