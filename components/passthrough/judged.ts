import type { FurtherDeviceFacts } from "@/server/pci/facts.schema";
import type { HostReport, PciDevice } from "@/server/pci/schema";
import type { CardNeeds, Verdict } from "@/server/pci/verdict.schema";

/** A device with all its facts and what was judged of it. */
export type JudgedDevice = PciDevice & FurtherDeviceFacts & { verdict: Verdict; needs: CardNeeds };

/** A host's report whose devices are judged. */
export type JudgedReport = Omit<HostReport, "devices"> & { devices: JudgedDevice[] };
