import type { Metadata } from "next";
import { headers } from "next/headers";
import { AccessCard } from "@/components/access/access-card";
import { FirstVisit } from "@/components/access/first-visit";
import { SignInForm } from "@/components/access/sign-in-form";
import { safeNextPath } from "@/server/http/next-path";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  if ((await headers()).get("x-first-visit") === "1") return <FirstVisit />;
  const { next } = await searchParams;
  return (
    <AccessCard title="Sign in">
      <SignInForm next={safeNextPath(typeof next === "string" ? next : null)} />
    </AccessCard>
  );
}
