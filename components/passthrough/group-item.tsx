import { Layers, ShieldCheck, Split, Unlink } from "lucide-react";
import { type CSSProperties, memo } from "react";
import { toneText } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import type { FilteredGroup } from "./device-filter";
import type { DeviceOwner, DeviceOwners } from "./device-owner";
import { DeviceRow } from "./device-row";
import type { GroupView } from "./group-view";

export interface GroupItemProps extends FilteredGroup {
  owners: DeviceOwners;
  /** The device that is open, where it is one of these. */
  openAddress: string | null;
  onOpen(address: string): void;
  /** One of so many that only those on the screen are worth laying out and painting. */
  isOneOfMany: boolean;
}

/** An IOMMU group: a frame around devices that can only be passed through together. */
export const GroupItem = memo(function GroupItem({
  group,
  matches,
  owners,
  openAddress,
  onOpen,
  isOneOfMany,
}: GroupItemProps) {
  const name = group.id === null ? "No group" : `Group ${group.id}`;
  return (
    <li
      id={group.id === null ? undefined : `group-${group.id}`}
      className="scroll-mt-4 overflow-hidden rounded-lg border border-border bg-surface target:border-accent lg:grid lg:grid-cols-[9rem_minmax(0,1fr)]"
      style={isOneOfMany ? offScreenFor(group) : undefined}
    >
      <div className="flex flex-wrap items-baseline gap-x-3 border-border border-b bg-inset px-3 py-2 lg:block lg:border-r lg:border-b-0">
        <h3 className="font-semibold">{name}</h3>
        <Isolation group={group} />
      </div>
      <ul aria-label={`Devices of ${name.toLowerCase()}`} className="divide-y divide-border">
        {group.devices.map((device) => (
          <DeviceRow
            key={device.address}
            device={device}
            owners={owners[device.address] ?? noDeviceOwners}
            isOpen={device.address === openAddress}
            onOpen={onOpen}
            isMatch={matches?.has(device.address) ?? false}
          />
        ))}
      </ul>
    </li>
  );
});

const noDeviceOwners: readonly DeviceOwner[] = [];

/** Until it was seen once, a group counts as high as its devices are by rule. */
function offScreenFor(group: GroupView): CSSProperties {
  return { contentVisibility: "auto", containIntrinsicSize: `auto ${group.devices.length * 56}px` };
}

function Isolation({ group }: { group: GroupView }) {
  const { icon: Icon, tone, words } = isolationLook(group);
  return (
    <p className={classNames("inline-flex items-center gap-1 whitespace-nowrap text-sm", toneText[tone])}>
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {words}
    </p>
  );
}

function isolationLook({ id, cards, isolated }: GroupView) {
  if (id === null) return { icon: Unlink, tone: "neutral", words: "no IOMMU" } as const;
  if (cards === 0) return { icon: Split, tone: "neutral", words: "bridges only" } as const;
  if (isolated) return { icon: ShieldCheck, tone: "success", words: "isolated" } as const;
  return { icon: Layers, tone: "warning", words: `shared, ${cards} cards` } as const;
}
