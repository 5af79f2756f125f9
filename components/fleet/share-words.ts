import type { Share } from "@/server/access/share.schema";

/** What somebody is to a VM that is shared with them, for people, and what each may do. */
export const shareWords: Readonly<Record<Share["level"], { label: string; may: string }>> = {
  viewer: { label: "Viewer", may: "Sees the VM, its figures, its events and its definition." },
  operator: { label: "Operator", may: "Sees the VM, starts and stops it, and uses its consoles." },
  owner: {
    label: "Owner",
    may: "As an operator; also renames it, deletes it with its own disks, and sets whether it starts with its host.",
  },
};

const order: readonly Share["level"][] = ["viewer", "operator", "owner"];

/** The levels, to choose from. */
export const shareChoices: readonly { value: Share["level"]; label: string }[] = order.map((value) => ({
  value,
  label: shareWords[value].label,
}));
