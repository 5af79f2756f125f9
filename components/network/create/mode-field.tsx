import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { DraftMode } from "./network-draft";

const modes: Readonly<Record<DraftMode, { label: string; note: string }>> = {
  nat: {
    label: "NAT",
    note: "VMs reach out by the host's address; nobody reaches in. Needs nothing of your LAN.",
  },
  route: {
    label: "Routed",
    note: "Others reach the VMs, once the LAN's router knows that the way is by this host.",
  },
  isolated: { label: "Isolated", note: "VMs reach one another and this host, and nothing else." },
  bridge: {
    label: "Bridge of the host",
    note: "VMs are machines of your LAN. The host needs a bridge for it; “The host's own” says how to make one.",
  },
  macvtap: {
    label: "Network card of the host (macvtap)",
    note: "VMs are machines of your LAN and nothing of the host is changed. But host and VMs don't see each other.",
  },
};

/** How a new network leads on. */
export function ModeField({ mode, onChange }: { mode: DraftMode; onChange(mode: DraftMode): void }) {
  const all = Object.keys(modes) as DraftMode[];
  return (
    <Field label="Kind" note={modes[mode].note}>
      {(attributes) => (
        <Select
          {...attributes}
          className="w-full"
          value={mode}
          onChange={({ target }) => onChange(all.find((one) => one === target.value) ?? mode)}
        >
          {all.map((one) => (
            <option key={one} value={one}>
              {modes[one].label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
