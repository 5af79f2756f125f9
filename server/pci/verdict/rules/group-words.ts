import type { Card } from "../card";
import { byNumber, listed, named } from "../words";

/** "IOMMU group 18 of 0000:07:01.0 (GeForce GTX 970)" */
export function groupOf({ functions, lead }: Card): string {
  const ids = [
    ...new Set(functions.flatMap(({ iommuGroup }) => (iommuGroup === null ? [] : [iommuGroup]))),
  ].sort((left, right) => left - right);
  return `IOMMU ${byNumber(ids, "group", "groups")} ${listed(ids, String)} of ${named(lead)}`;
}
