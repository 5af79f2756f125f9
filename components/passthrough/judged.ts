import type { FurtherDeviceFacts } from "@/server/pci/facts.schema";
import type { HostReport, PciDevice } from "@/server/pci/schema";
import type { CardNeeds, Verdict } from "@/server/pci/verdict.schema";

/** A device with all its facts and what was judged of it. */
export type JudgedDevice = PciDevice & FurtherDeviceFacts & { verdict: Verdict; needs: CardNeeds };

/** A host's report whose devices are judged. */
export type JudgedReport = Omit<HostReport, "devices"> & { devices: JudgedDevice[] };

/** A report as judged. One that came without judgements gets the plainest. */
export function asJudged(report: HostReport): JudgedReport {
  return { ...report, devices: report.devices.map((device) => ({ ...plain(device), ...device })) };
}

function plain({ address }: PciDevice): FurtherDeviceFacts & Pick<JudgedDevice, "verdict" | "needs"> {
  return {
    modules: [],
    link: null,
    numaNode: null,
    bars: [],
    hasRom: false,
    virtualFunctions: null,
    powerState: null,
    slotLabel: null,
    serialNumber: null,
    usedBy: [],
    verdict: { status: "bindable", reasons: [] },
    needs: { guestGets: [address], mustBeBound: [], leftAlone: [] },
  };
}
