import type { Metadata } from "next";
import { RestPage } from "@/components/account/rest/rest-page";

export const metadata: Metadata = { title: "REST API" };

export default function Page() {
  return <RestPage />;
}
