import { TriangleAlert } from "lucide-react";
import { Badge } from "./badge";

/** Marks what libvirt describes in a way that can't be read. */
export function UnreadableBadge({ problem }: { problem: string }) {
  return (
    <Badge tone="danger" title={problem} className="whitespace-nowrap">
      <TriangleAlert aria-hidden />
      Can’t be read
    </Badge>
  );
}

/** Says what is wrong with a description, and what that means for the thing on the page. */
export function UnreadableNotice({ problem, children }: { problem: string; children: string }) {
  return (
    <div role="alert" className="mb-4 flex gap-2 rounded-lg border border-danger/40 bg-danger/8 px-4 py-3">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
      <div className="wrap-anywhere min-w-0">
        <p>{problem}</p>
        <p className="text-muted">{children}</p>
      </div>
    </div>
  );
}
