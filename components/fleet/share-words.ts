import type { Share } from "@/server/access/share.schema";

/** What somebody is to what is shared with them, for people, and what each may do. */
export type ShareWords = Readonly<Record<Share["level"], { label: string; may: string }>>;

/** Of a VM. */
export const vmShareWords: ShareWords = {
  viewer: { label: "Viewer", may: "Sees the VM, its figures, its events and its definition." },
  operator: { label: "Operator", may: "Sees the VM, starts and stops it, and uses its consoles." },
  owner: {
    label: "Owner",
    may: "As an operator; also renames it, deletes it with its own disks, and sets whether it starts with its host.",
  },
};

/** Of a named device. */
export const deviceShareWords: ShareWords = {
  viewer: { label: "Viewer", may: "Sees its bookings and its queue: who has a card, and until when." },
  operator: {
    label: "Operator",
    may: "As a viewer; also books it, waits for it, and has VMs that they create ask for it.",
  },
  owner: {
    label: "Owner",
    may: "As an operator; also says how it can be booked, extends and cancels others’ bookings, and shares it.",
  },
};

const order: readonly Share["level"][] = ["viewer", "operator", "owner"];

/** The levels, to choose from. */
export const shareChoices: readonly { value: Share["level"]; label: string }[] = order.map((value) => ({
  value,
  label: vmShareWords[value].label,
}));
