import type { Metadata } from "next";
import { ReadinessPage } from "@/components/host/page/readiness-page";

export const metadata: Metadata = { title: "Host" };

export default function Page() {
  return <ReadinessPage />;
}
