import type { Metadata } from "next";
import { AccessCard } from "@/components/access/access-card";
import { FirstVisit } from "@/components/access/first-visit";
import { SetupForm } from "@/components/access/setup-form";

export const metadata: Metadata = { title: "First administrator" };

/** Reached by the link that the server prints. The server answers 404 once there is an administrator. */
export default async function SetupPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { token } = await searchParams;
  if (typeof token !== "string") return <FirstVisit />;
  return (
    <AccessCard title="Welcome" lead="Choose who administers this Passdeck.">
      <SetupForm token={token} />
    </AccessCard>
  );
}
