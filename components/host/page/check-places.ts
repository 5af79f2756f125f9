import type { CheckId } from "@/server/host/checks/check.schema";

/** A part of the form that changes how the host starts. */
interface Place {
  /** The part's id on the page. */
  part: string;
  label: string;
}

/** Where what a check is about is chosen, also where nothing is wrong with it. */
export const checkPlaces: Partial<Readonly<Record<CheckId, Place>>> = {
  "iommu-kernel": { part: "prepare-parameters", label: "Choose IOMMU parameters" },
  "vfio-early-binding": { part: "prepare-cards", label: "Choose cards to reserve" },
  hugepages: { part: "prepare-pages", label: "Choose huge pages" },
  "isolated-cpus": { part: "prepare-cpus", label: "Choose CPUs" },
};
