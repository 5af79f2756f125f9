"use client";

import { formatBytes } from "@/components/formats/numbers";
import { Fact, Facts } from "@/components/ui/facts";
import { isDescribed, wayLooks } from "../state/way";
import { useWizard } from "../wizard-context";
import { summaryOf } from "./summary-of";

/** What the VM will be, in a few lines. */
export function SummaryFacts() {
  const { wizard, choices } = useWizard();
  const { way, draft, clone, xmlName } = wizard;
  if (!isDescribed(way)) {
    const name = way === "xml" ? xmlName || "as in the XML" : clone.name || "none yet";
    return (
      <Facts>
        <Fact name="Source">{wayLooks[way].label}</Fact>
        <Fact name="Name">{name}</Fact>
      </Facts>
    );
  }
  return (
    <Facts>
      <Fact name="Source">{wayLooks[way].label}</Fact>
      {summaryOf(draft, choices.kvm, formatBytes).map(({ name, text }) => (
        <Fact key={name} name={name}>
          {text}
        </Fact>
      ))}
    </Facts>
  );
}
