import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../host/tree.test-data";
import { passdeck } from "./passdeck.test-data";

const grub = 'GRUB_DEFAULT=0\nGRUB_CMDLINE_LINUX_DEFAULT="quiet"\n';
const host = mkdtempSync(join(tmpdir(), "passdeck-prepare-"));

beforeAll(() => {
  const files = {
    "etc/os-release": "ID=debian\n",
    "etc/default/grub": grub,
    "boot/grub/grub.cfg": "",
    "proc/cmdline": "BOOT_IMAGE=/boot/vmlinuz-6.1.0 root=UUID=1 ro quiet\n",
    "proc/meminfo": "MemTotal:       16777216 kB\n",
    "etc/initramfs-tools/initramfs.conf": "",
    "usr/sbin/mkinitramfs": "",
    "usr/sbin/update-initramfs": "",
    "sys/bus/pci/devices/0000:01:00.0/vendor": "0x10de\n",
    "sys/bus/pci/devices/0000:01:00.0/device": "0x2684\n",
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(host, path)), { recursive: true });
    writeFileSync(join(host, path), text);
  }
});
afterAll(() => rmSync(host, { recursive: true }));

const prepare = (...words: string[]) => passdeck(["prepare", "--root", host, ...words]);

describe("passdeck prepare", { timeout: 180_000 }, () => {
  test("shows files with what they become, and commands; and changes nothing", () => {
    const { status, stdout } = prepare(
      "--add",
      "iommu=pt",
      "--vfio-id",
      "10DE:2684",
      "--hugepages",
      "1g=4",
      "--json",
    );
    expect(status).toBe(0);
    const words = "quiet iommu=pt vfio-pci.ids=10de:2684 default_hugepagesz=1G hugepagesz=1G hugepages=4";
    expect(JSON.parse(stdout)).toEqual({
      steps: [{ file: "/etc/default/grub", before: grub, after: grub.replace("quiet", words) }],
      commands: [["update-grub"]],
      refused: null,
    });
    expect(readFileSync(join(host, "etc/default/grub"), "utf8")).toBe(grub);
  });

  test("as a script it does the same to the host's files, and takes it back", () => {
    const made = prepare("--add", "iommu=pt", "--script");
    expect(made).toMatchObject({ status: 0, stdout: expect.stringContaining("#!/bin/sh\n") });
    const file = join(temporaryFolder(), "plan.sh");
    writeFileSync(file, made.stdout);
    const run = (act: string) => spawnSync("dash", [file, act, host], { encoding: "utf8" });
    expect(run("apply").stderr).toContain("+ update-grub\n");
    expect(readFileSync(join(host, "etc/default/grub"), "utf8")).toBe(
      grub.replace("quiet", "quiet iommu=pt"),
    );
    expect(run("undo").status).toBe(0);
    expect(readFileSync(join(host, "etc/default/grub"), "utf8")).toBe(grub);
    const none = prepare("--add", "quiet", "--script");
    expect(none).toMatchObject({
      status: 1,
      stdout: "",
      stderr: expect.stringContaining("Nothing has to be changed"),
    });
  });

  test("modules and single devices are bound by files of their own, and the initial RAM disks built anew", () => {
    const { stdout } = prepare(
      "--vfio",
      "0000:01:00.0",
      "--softdep",
      "nvidia",
      "--blacklist",
      "nouveau",
      "--json",
    );
    const { steps, commands, refused } = JSON.parse(stdout);
    expect(refused).toBeNull();
    const byFile = new Map(steps.map((step: { file: string; after: string }) => [step.file, step.after]));
    expect(byFile.get("/etc/modprobe.d/passdeck-vfio.conf")).toBe(
      "softdep nvidia pre: vfio-pci\nblacklist nouveau\n",
    );
    expect(byFile.get("/etc/udev/rules.d/61-passdeck-vfio.rules")).toContain('KERNEL=="0000:01:00.0"');
    expect([...byFile.keys()].filter((file) => String(file).includes("initramfs-tools"))).not.toEqual([]);
    expect(commands).toEqual([["update-initramfs", "-u", "-k", "all"]]);
  });

  test("what was set before is taken back", () => {
    const lists = { "etc/modules": "vfio_virqfd\nloop\n", "etc/modprobe.d/x.conf": "blacklist snd\n" };
    for (const [path, text] of Object.entries(lists)) {
      mkdirSync(dirname(join(host, path)), { recursive: true });
      writeFileSync(join(host, path), text);
    }
    const { stdout } = prepare(
      "--remove-module",
      "vfio_virqfd",
      "--unblacklist",
      "snd",
      "--load-module",
      "vfio_pci",
      "--remove-vfio-id",
      "10de:2684",
      "--json",
    );
    const { steps } = JSON.parse(stdout);
    expect(steps).toEqual([
      { file: "/etc/modprobe.d/x.conf", before: "blacklist snd\n", after: "" },
      { file: "/etc/modules", before: lists["etc/modules"], after: "loop\n" },
      { file: "/etc/modules-load.d/passdeck-vfio.conf", before: null, after: "vfio_pci\n" },
    ]);
    for (const path of Object.keys(lists)) rmSync(join(host, path));
  });

  test("a device that the host needs is taken by no id and no address", () => {
    const z97 = fileURLToPath(new URL("../../e2e/hosts/z97.tar.gz", import.meta.url));
    const refusedBy = (...words: string[]) =>
      JSON.parse(passdeck(["prepare", "--root", z97, ...words, "--json"]).stdout).refused?.reason;
    expect(refusedBy("--vfio-id", "8086:0c01")).toMatch(
      /^8086:0c01 is also the id of 0000:00:01\.0, which the host needs: /,
    );
    expect(refusedBy("--vfio", "0000:00:01.0")).toMatch(/^The host needs 0000:00:01\.0: /);
    expect(refusedBy("--vfio-id", "10de:13c2") ?? "").not.toContain("the host needs");
  });

  test("the files for Looking Glass, which need no restart", () => {
    const { steps, commands } = JSON.parse(prepare("--looking-glass", "shm=ada", "--json").stdout);
    expect(steps.map(({ file }: { file: string }) => file)).toEqual([
      "/etc/tmpfiles.d/10-looking-glass.conf",
    ]);
    expect(commands).toEqual([["systemd-tmpfiles", "--create", "/etc/tmpfiles.d/10-looking-glass.conf"]]);
  });

  test("says it in words, too", () => {
    expect(prepare("--add", "iommu=pt").stdout).toMatch(
      /^\/etc\/default\/grub\n@@ .+\n GRUB_DEFAULT=0\n-.+"quiet"\n\+.+"quiet iommu=pt"\n[\s\S]*Run: update-grub\n$/,
    );
    expect(prepare("--add", "quiet").stdout).toBe("Nothing has to be changed.\n");
  });

  test("what the host can't bear is refused, with why", () => {
    const { status, stdout } = prepare("--hugepages", "1G=15", "--json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      steps: [],
      commands: [],
      refused: {
        reason: expect.stringContaining("15 GiB of huge pages on a host with 16 GiB"),
        instead: null,
      },
    });
  });

  test.each([
    [["--vfio-id", "10de"], "vendor and device"],
    [["--hugepages", "much"], "1G=16"],
    [["--add", "a\nb"], "one word"],
    [["--vfio", "01:00.0"], "0000:01:00.0"],
    [["--looking-glass", "kvmfr:33=ada"], "kvmfr:64=ada"],
    [["--override", "0000:01:00.0=../x"], "name of a module or driver"],
  ])("%j is refused in one line", (words, why) => {
    const { status, stdout, stderr } = prepare(...words);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(why);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });
});
