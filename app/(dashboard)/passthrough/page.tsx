import type { Metadata } from "next";
import { PassthroughPage } from "@/components/passthrough/passthrough-page";

export const metadata: Metadata = { title: "Passthrough" };

export default function Page() {
  return <PassthroughPage />;
}
