import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import type { VmDisk } from "@/server/fleet/schema";

const deviceWords: Readonly<Record<VmDisk["device"], string>> = {
  disk: "Disk",
  cdrom: "CD or DVD",
  floppy: "Floppy",
  lun: "host LUN",
};

/** The VM's disks, each with where its content is. */
export function DisksCard({ disks }: { disks: readonly VmDisk[] }) {
  return (
    <Card>
      <CardHeader title="Disks" aside={disks.length} />
      {disks.length === 0 ? <p className="px-4 py-3 text-muted">No disks</p> : null}
      <ul className="divide-y divide-border">
        {disks.map((disk) => (
          <li key={disk.target} className="px-4 py-2.5">
            <p className="flex flex-wrap items-center gap-2">
              <span className="font-medium">{disk.target}</span>
              <span className="text-muted text-sm">
                {deviceWords[disk.device]}
                {disk.bus === null ? "" : ` on ${disk.bus}`}
              </span>
              {disk.readOnly ? <Badge>read-only</Badge> : null}
            </p>
            <p className="wrap-anywhere font-mono text-sm">{disk.source ?? "empty"}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
