import { vmPath } from "@/components/fleet/vm-key";
import { formatList } from "@/components/formats/lists";
import { Link } from "@/components/ui/link";
import type { VmSummary } from "@/server/fleet/schema";

/** What a VM is given of the host at its starts, and where that is changed. */
export default function AskedByName({ vm }: { vm: VmSummary }) {
  return (
    <p className="wrap-anywhere border-border border-t px-4 py-3 text-muted first:border-t-0">
      At each start it gets a free card of{" "}
      <span className="font-medium text-foreground">{formatList(vm.namedDevices)}</span>.{" "}
      <Link href={`${vmPath(vm)}?tab=hardware`} className="text-accent underline">
        Named devices on the Hardware tab
      </Link>
    </p>
  );
}
