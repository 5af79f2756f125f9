import type { Metadata } from "next";
import { NewVmPage } from "@/components/create/new-vm-page";

export const metadata: Metadata = { title: "New VM" };

export default function Page() {
  return <NewVmPage />;
}
