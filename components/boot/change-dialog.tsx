"use client";

import PlanDialog from "@/components/plan/plan-dialog";
import { changeRequest, type Wish } from "./change-request";

interface ChangeDialogProps {
  hostId: string;
  change: Wish;
  onClose(): void;
}

/** The plan of a change of a host's files, to be fetched with all of it once it is wanted. */
export default function ChangeDialog({ hostId, change, onClose }: ChangeDialogProps) {
  return <PlanDialog request={changeRequest(hostId, change)} onClose={onClose} />;
}
