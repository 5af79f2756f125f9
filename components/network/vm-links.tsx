import { vmPath } from "@/components/fleet/vm-key";
import { Link } from "@/components/ui/link";
import type { VmSummary } from "@/server/fleet/schema";

/** VMs by name, each a way to its page. */
export function VmLinks({ vms }: { vms: readonly VmSummary[] }) {
  return vms.map((vm, index) => (
    <span key={vm.id}>
      {index === 0 ? null : ", "}
      <Link href={vmPath(vm)} className="wrap-anywhere hover:underline">
        {vm.name}
      </Link>
    </span>
  ));
}
