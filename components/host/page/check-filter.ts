import { type CheckStatus, checkOrder, worstFirst } from "@/components/fleet/check-look";
import type { Check } from "@/server/host/checks/check.schema";

export interface CheckFilter {
  /** Words that must all be found in a check. */
  search: string;
  status: CheckStatus | null;
}

type Group = Check["group"];

/** What each group is called, in the order in which equally bad ones are shown. */
export const groupTitles: Readonly<Record<Group, string>> = {
  processor: "CPU and KVM",
  iommu: "IOMMU",
  cards: "Cards and drivers",
  memory: "Memory",
  guests: "QEMU, libvirt and firmware for guests",
  boot: "Boot",
};

/** A group with those of its checks that fit, the worst first. */
export interface CheckGroup {
  group: Group;
  checks: Check[];
}

/** The groups with anything that fits; the one with the worst check first. */
export function groupsOf(checks: readonly Check[], filter: CheckFilter): CheckGroup[] {
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  const fitting = checks.filter(
    (check) =>
      (filter.status === null || check.status === filter.status) &&
      words.every((word) => textOf(check).includes(word)),
  );
  const groups = (Object.keys(groupTitles) as Group[]).map((group) => ({
    group,
    checks: worstFirst(fitting.filter((check) => check.group === group)),
  }));
  return groups
    .filter((group) => group.checks.length > 0)
    .toSorted((one, other) => worst(one) - worst(other));
}

/** Only what fails moves a group up: the page stays as it is known while warnings come and go. */
function worst({ checks }: CheckGroup): number {
  return checkOrder.indexOf(checks[0]?.status ?? "pass") === 0 ? 0 : 1;
}

function textOf({ title, detail, fix, why, evidence, id }: Check): string {
  return [title, detail, fix, why, id, ...evidence.flatMap(({ file, text }) => [file, text])]
    .join(" ")
    .toLowerCase();
}
