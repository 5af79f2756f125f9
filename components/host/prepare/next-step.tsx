import { ArrowDown, Sparkles } from "lucide-react";
import { buttonClasses } from "@/components/ui/button";
import type { JudgedReport } from "@/server/pci/schema";
import { cardsToReserve } from "./cards-to-reserve";

/** On a host that could reserve a card for VMs and has none so far: where that is done. */
export function NextStep({ report }: { report: JudgedReport }) {
  const cards = cardsToReserve(report);
  const isReserved = report.devices.some(
    ({ class: code, driver }) => code.startsWith("03") && driver === "vfio-pci",
  );
  if (isReserved || cards.length === 0) return null;
  return (
    <section className="flex flex-wrap items-center gap-3 rounded-lg border border-accent/40 bg-accent/8 px-4 py-3">
      <Sparkles aria-hidden className="size-4 shrink-0 text-accent" />
      <div className="wrap-anywhere min-w-0 flex-1 basis-64">
        <h2 className="font-semibold">No graphics card is reserved for VMs yet</h2>
        <p className="text-muted">
          Choose a card, IOMMU parameters and huge pages: one plan, one restart, and a way back. You see each
          step before anything is changed.
        </p>
      </div>
      <a href="#prepare" className={buttonClasses("primary")}>
        <ArrowDown aria-hidden />
        Prepare this host
      </a>
    </section>
  );
}
