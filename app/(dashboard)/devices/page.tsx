import type { Metadata } from "next";
import { DevicesPage } from "@/components/devices/devices-page";

export const metadata: Metadata = { title: "Named devices" };

export default function Page() {
  return <DevicesPage />;
}
