import type { Metadata } from "next";
import { NewVmPage } from "@/components/create/new-vm-page";
import { opening } from "@/components/create/opening";

export const metadata: Metadata = { title: "New VM" };

export default function Page() {
  return <NewVmPage opening={opening()} />;
}
