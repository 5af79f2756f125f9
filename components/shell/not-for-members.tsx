import { Lock } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";

/** Stands in place of a page of the host, for who sees their VMs alone. @param page What it is called. */
export default function NotForMembers({ page }: { page: string }) {
  return (
    <EmptyState
      headingLevel={1}
      icon={<Lock />}
      title={`${page}: not for members`}
      description="You see the VMs that are shared with you, in VMs. An administrator can share more."
    />
  );
}
