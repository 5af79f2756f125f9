"use client";

import { useSession } from "@/components/data/session";
import { roleWords } from "@/components/fleet/role-words";
import { useFormats } from "@/components/formats/use-formats";
import { OwnNotificationsCard } from "@/components/notify/own-notifications-card";
import { PageHeader } from "@/components/ui/page-header";
import { FormatsCard } from "./formats/formats-card";
import { ApiKeysCard } from "./keys/api-keys-card";
import { OwnSessionsCard } from "./own-sessions-card";
import { QuotasCard } from "./quotas-card";
import { SignInCards } from "./sign-in-cards";
import { ThemeCard } from "./theme-card";

/** What everybody who is signed in has of their own: a password, sessions, formats, a theme. */
export function AccountPage() {
  // Other formats are chosen here: whatever stands on the page is written anew.
  useFormats();
  const user = useSession()?.user ?? null;
  return (
    <>
      <PageHeader
        title="My account"
        description={
          user === null ? undefined : (
            <>
              You are <span className="font-medium text-foreground">{user.name}</span>,{" "}
              {roleWords[user.level].a}.
            </>
          )
        }
      />
      <div className="flex max-w-3xl flex-col gap-5">
        <OwnSessionsCard />
        <SignInCards name={user?.name ?? ""} />
        <QuotasCard />
        <ApiKeysCard />
        <OwnNotificationsCard />
        <FormatsCard />
        <ThemeCard />
      </div>
    </>
  );
}
