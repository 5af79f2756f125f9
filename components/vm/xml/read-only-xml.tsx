import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { XmlView } from "@/components/ui/xml/xml-view";
import type { VmSummary } from "@/server/fleet/schema";

export interface ReadOnlyXmlProps {
  vm: VmSummary;
  xml: string;
  /** What it is, and why it can't be changed. */
  hint: string;
  /** Switches to another one. */
  choice?: ReactNode;
}

/** A definition to look at and to copy. */
export function ReadOnlyXml({ vm, xml, hint, choice }: ReadOnlyXmlProps) {
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center gap-2">
        {choice}
        <p className="min-w-0 flex-1 text-muted">{hint}</p>
        <CopyButton text={xml} what="XML" />
      </div>
      <XmlView xml={xml} label={`Definition of ${vm.name}`} />
    </>
  );
}
