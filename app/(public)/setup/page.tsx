import type { Metadata } from "next";
import { SetupEntrance } from "@/components/access/setup-entrance";

export const metadata: Metadata = { title: "First administrator" };

/** Reached by the link that the server prints. The server answers 404 once there is an administrator. */
export default function SetupPage() {
  return <SetupEntrance />;
}
