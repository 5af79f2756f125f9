import { Field } from "@/components/ui/form/field";
import { Select } from "@/components/ui/select";
import type { DraftMode } from "./network-draft";

const modes: Readonly<Record<DraftMode, { label: string; note: string }>> = {
  nat: {
    label: "NAT",
    note: "VMs reach other networks through the host's address. No incoming connections, no change to your LAN.",
  },
  route: {
    label: "Routed",
    note: "VMs have their own subnet. Your router needs a route to it via this host.",
  },
  isolated: { label: "Isolated", note: "VMs reach only each other and this host." },
  bridge: {
    label: "Host bridge",
    note: "VMs are on your LAN. The host needs a bridge; see the tab “Host network”.",
  },
  macvtap: {
    label: "macvtap (host network card)",
    note: "VMs are on your LAN, without a change to the host. But the host and the VMs can't reach each other.",
  },
};

/** How a new network leads on. */
export function ModeField({ mode, onChange }: { mode: DraftMode; onChange(mode: DraftMode): void }) {
  const all = Object.keys(modes) as DraftMode[];
  return (
    <Field label="Forward mode" note={modes[mode].note}>
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
