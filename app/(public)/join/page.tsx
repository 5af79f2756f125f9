import type { Metadata } from "next";
import { JoinEntrance } from "@/components/access/join-entrance";

export const metadata: Metadata = { title: "Choose a password" };

/** Reached by a one-time link that an administrator made. */
export default function JoinPage() {
  return <JoinEntrance />;
}
