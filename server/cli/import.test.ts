import { describe, expect, test } from "vitest";
import { schemaProblems } from "../domain/validate/schema-problems";
import { schemasHere } from "../host/libvirt/schemas.test-data";
import { passdeck } from "./passdeck.test-data";

const script = `#!/bin/sh
kvm -name web -m 2G -nodefaults -nic bridge,br=br0 \\
  -drive file=/srv/web.qcow2,format=qcow2,if=virtio,readonly=on,werror=stop
`;

describe("passdeck import", { timeout: 180_000 }, () => {
  test("prints the definition, and the notes apart from it", async () => {
    const { status, stdout, stderr } = passdeck(["import", "qemu"], script);
    expect(status).toBe(0);
    expect(await schemaProblems(stdout, schemasHere)).toEqual([]);
    expect(stdout).toContain("<readonly/>");
    expect(stderr).toContain("\n  Not imported: werror=stop.\n");
  });

  test("prints both as JSON", () => {
    const { stdout } = passdeck(["import", "qemu", "--json"], script);
    expect(JSON.parse(stdout)).toEqual({
      xml: expect.stringContaining("<name>web</name>"),
      notes: [{ argument: expect.stringContaining("-drive "), reason: "Not imported: werror=stop." }],
    });
  });

  test("reads a configuration of Proxmox's", () => {
    const { status, stdout, stderr } = passdeck(["import", "proxmox"], "name: web\ncores: 2\nonboot: 1\n");
    expect(status).toBe(0);
    expect(stdout).toContain("<name>web</name>");
    expect(stderr).toContain("onboot: 1\n  Turn on Autostart");
  });

  test("says in one line what is wrong", () => {
    for (const [words, input, message] of [
      [["import", "qemu"], "ls -l", /not a QEMU command/],
      [["import", "qemu"], "qemu-system-riscv64 -m 1G", /riscv64/],
      [["import", "proxmox"], "ls -l", /not a VM's configuration/],
      [["import", "proxmox"], "VMA\0\0", /vma extract/],
      [["import", "xen"], "", /unknown command/],
    ] as const) {
      const { status, stdout, stderr } = passdeck(words, input);
      expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
      expect(stderr).toMatch(message);
      expect(stderr.trim().split("\n")).toHaveLength(1);
    }
  });
});
