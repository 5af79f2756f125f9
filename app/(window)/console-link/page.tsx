import type { Metadata } from "next";
import { GuestEntrance } from "@/components/console/guest/guest-entrance";

export const metadata: Metadata = { title: "Console" };

/** Reached by a link to one console, without an account. */
export default function Page() {
  return <GuestEntrance />;
}
