"use client";

import { Plus } from "lucide-react";
import Link from "next/link";
import { useSession } from "@/components/shell/session";
import { buttonClasses } from "@/components/ui/button";

/** Leads to the wizard, for those who may make VMs. */
export function NewVmLink() {
  const level = useSession()?.user?.level;
  if (level !== undefined && level !== "admin") return null;
  return (
    <Link href="/vms/new" className={buttonClasses("primary")}>
      <Plus aria-hidden />
      New VM
    </Link>
  );
}
