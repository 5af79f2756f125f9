import type { Metadata } from "next";
import { headers } from "next/headers";
import { AccessCard } from "@/components/access/access-card";
import { FirstVisit } from "@/components/access/first-visit";
import { SignInForm } from "@/components/access/sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage() {
  const told = await headers();
  if (told.get("x-first-visit") === "1") return <FirstVisit />;
  return (
    <AccessCard title="Sign in">
      <SignInForm
        next={told.get("x-next-path") ?? "/"}
        provider={decodeURIComponent(told.get("x-provider") ?? "") || null}
      />
    </AccessCard>
  );
}
