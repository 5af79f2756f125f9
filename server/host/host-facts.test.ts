import { describe, expect, test } from "vitest";
import { readBootFiles } from "./boot/boot-files";
import { bootSetupOf } from "./boot/conclude-boot";
import { hostBatch, hostFactsOf } from "./host-facts";
import { treeOf } from "./tree.test-data";

async function factsOf(files: Readonly<Record<string, string>>) {
  const tree = await treeOf(files);
  return hostFactsOf(await tree.readMany(hostBatch), bootSetupOf(await readBootFiles(tree), null));
}

describe("hostFactsOf", () => {
  test("reads a Debian server", async () => {
    const facts = await factsOf({
      "proc/cpuinfo":
        "processor\t: 0\nvendor_id\t: AuthenticAMD\nmodel name\t: AMD EPYC 7302P\n\nprocessor\t: 1\nmodel name\t: AMD EPYC 7302P\n",
      "proc/meminfo": "MemTotal:       65842012 kB\nMemFree:        1 kB\n",
      "proc/sys/kernel/osrelease": "6.1.0-31-amd64\n",
      "etc/os-release": 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nNAME="Debian GNU/Linux"\n',
      "sys/class/dmi/id/sys_vendor": "Supermicro\n",
      "sys/class/dmi/id/product_name": "H11SSL-i\n",
      "boot/grub/grub.cfg": "",
      "usr/sbin/mkinitramfs": "",
    });
    expect(facts).toEqual({
      cpu: "AMD EPYC 7302P",
      cpuVendor: "amd",
      cpuThreads: 2,
      kernel: "6.1.0-31-amd64",
      distribution: "Debian GNU/Linux 12 (bookworm)",
      bootLoader: "grub",
      initramfs: "initramfs-tools",
      memoryBytes: 65_842_012 * 1024,
      machine: "Supermicro H11SSL-i",
    });
  });

  test("knows nothing of an empty folder, and says so", async () => {
    expect(await factsOf({})).toEqual({
      cpu: "unknown",
      cpuVendor: null,
      cpuThreads: 0,
      kernel: "unknown",
      distribution: "unknown",
      bootLoader: null,
      initramfs: null,
      memoryBytes: 0,
      machine: null,
    });
  });

  test("takes the kernel's release from /proc/version where osrelease is missing", async () => {
    const facts = await factsOf({
      "proc/version": "Linux version 5.9.16-1-MANJARO (builder@x) (gcc) #1 SMP\n",
    });
    expect(facts.kernel).toBe("5.9.16-1-MANJARO");
  });

  test("names the board where the product is a placeholder", async () => {
    const facts = await factsOf({
      "sys/class/dmi/id/sys_vendor": "System manufacturer\n",
      "sys/class/dmi/id/product_name": "System Product Name\n",
      "sys/class/dmi/id/board_vendor": "ASUSTeK COMPUTER INC.\n",
      "sys/class/dmi/id/board_name": "ROG STRIX X570-E\n",
    });
    expect(facts.machine).toBe("ASUSTeK COMPUTER INC. ROG STRIX X570-E");
  });

  test("leaves out a maker that the firmware does not tell", async () => {
    const facts = await factsOf({
      "sys/class/dmi/id/sys_vendor": "To Be Filled By O.E.M.\n",
      "sys/class/dmi/id/product_name": "B550M\n",
    });
    expect(facts.machine).toBe("B550M");
  });

  test("makes nonsense harmless", async () => {
    const facts = await factsOf({
      "proc/cpuinfo": "model name : \u001b[31mEvil\u202e CPU\n",
      "proc/meminfo": "MemTotal: lots kB\n",
      "etc/os-release": "PRETTY_NAME=\n=broken\n",
    });
    expect(facts).toMatchObject({ cpu: "[31mEvil CPU", memoryBytes: 0, distribution: "unknown" });
  });
});
