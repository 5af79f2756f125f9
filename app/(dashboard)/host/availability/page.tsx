import type { Metadata } from "next";
import { AvailabilityPage } from "@/components/cluster/availability-page";

export const metadata: Metadata = { title: "High availability" };

export default function Page() {
  return <AvailabilityPage />;
}
