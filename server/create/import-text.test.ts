import { describe, expect, test } from "vitest";
import { importText } from "./import-text";
import { gamingConf } from "./proxmox/configurations.test-data";

describe("a text of another program's", () => {
  test("is known by what is in it", () => {
    expect(importText(gamingConf, null).textFormat).toBe("proxmox");
    expect(importText("#!/bin/sh\nqemu-system-x86_64 -m 1G", null).textFormat).toBe("qemu-command");
  });

  test("is read as the format that was chosen", () => {
    expect(() => importText(gamingConf, "qemu-command")).toThrow("not a QEMU command");
    expect(importText("cores: 2", "proxmox").specification.cpu.cores).toBe(2);
  });

  test.each([
    ["VMA\0\0\0\0\u0001", "qmrestore"],
    ["<?xml version='1.0'?>\n<!-- by hand -->\n<domain type='kvm'/>", "libvirt XML"],
    ["KDMV\u0001", "qemu-img convert"],
  ])("is refused where it is something else: %j", (text, problem) => {
    expect(() => importText(text, null)).toThrow(problem);
  });
});
