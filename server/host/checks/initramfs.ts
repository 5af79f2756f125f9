import type { CheckSources } from "./check-sources";
import { goneModules } from "./gone-modules";
import { changeOf, type Finding, type HostCheck, passed, unknown } from "./host-check";

/** Whether it is known what builds the initial RAM disk, and whether that finds all that it is told to put in. */
export const initramfs: HostCheck = {
  id: "initramfs",
  group: "boot",
  title: "Initial RAM disk",
  why: "Drivers that it loads have a card before the host's own files are read: a card is reserved early there or not at all.",
  look: (sources) => modulesGone(sources) ?? toolKnown(sources),
};

function modulesGone(sources: CheckSources): Finding | null {
  const gone = goneModules(sources);
  const names = [...new Set(gone.map(({ name }) => name))];
  if (names.length === 0) return null;
  const they = names.length === 1 ? "It is" : "They are";
  return {
    status: "warn",
    detail: `Lists of modules name ${names.join(", ")}, which the kernel ${sources.kernel} does not have. ${they} not needed: since Linux 6.2 vfio_virqfd is part of vfio, and before it is loaded with vfio_pci.`,
    fix: `Take ${names.join(", ")} out of the lists: what builds the initial RAM disk may fail for want of it.`,
    evidence: gone.map(({ evidence }) => evidence),
    change: changeOf({ removeModules: names }),
  };
}

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
