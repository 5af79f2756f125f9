import type { CheckSources } from "./check-sources";
import { type Finding, type HostCheck, passed, unknown } from "./host-check";

/** Whether it is known what builds the initial RAM disk. */
export const initramfs: HostCheck = {
  id: "initramfs",
  group: "boot",
  title: "Initial RAM disk",
  why: "Drivers that it loads have a card before the host's own files are read: a card is reserved early there or not at all.",
  look: toolKnown,
};

function toolKnown({ setup: { boot } }: CheckSources): Finding {
  if (boot.initramfs !== null) {
    const commands = boot.rebuildInitramfs.map(({ words }) => words.join(" "));
    const by = commands.length === 0 ? "" : `; rebuilt by “${commands.join("”, “")}”`;
    return passed(`${boot.initramfs}${by}.`);
  }
  const { format } = boot.line ?? {};
  if (format === "deployment" || format === "bootc-kargs" || format === "nixos") {
    return passed("The distribution makes it as a part of its image.");
  }
  return unknown("Nothing tells what builds it: it has to be rebuilt by hand.");
}
