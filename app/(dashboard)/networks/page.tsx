import type { Metadata } from "next";
import { NetworksPage } from "@/components/network/networks-page";

export const metadata: Metadata = { title: "Networks" };

export default function Page() {
  return <NetworksPage />;
}
