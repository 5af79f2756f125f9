import type { Metadata } from "next";
import { ProviderReturn } from "@/components/access/provider-return";

export const metadata: Metadata = { title: "Sign in" };

export default function Page() {
  return <ProviderReturn />;
}
