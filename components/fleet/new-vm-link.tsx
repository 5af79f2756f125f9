"use client";

import { Plus } from "lucide-react";
import { hostObject, useMayOnOne } from "@/components/data/use-rights";
import { buttonClasses } from "@/components/ui/button";
import { PageLink } from "./page-link";
import { useHosts } from "./use-fleet";

/** Leads to the wizard, for those who may make VMs. */
export function NewVmLink({ label = "New VM" }: { label?: string }) {
  const hosts = useHosts().map(({ id }) => hostObject(id));
  if (!useMayOnOne("create.run", hosts)) return null;
  return (
    <PageLink href="/vms/new" className={buttonClasses("primary")}>
      <Plus aria-hidden />
      {label}
    </PageLink>
  );
}
