import type { Factors } from "@/server/access/factors/factors.schema";

/** What every dialog of the second factors is given. */
export interface FactorDialogProps {
  /** Something has changed. */
  onChange(): void;
  onClose(): void;
}

/** The dialogs that need nothing more: to set up an app, to remove it, to make recovery codes, to add a passkey. */
export type FactorDialogName = "setUp" | "remove" | "codes" | "passkey";

/** What is asked over the page: one of these dialogs, or whether a passkey is to be removed. */
export type FactorQuestion = FactorDialogName | { removed: Factors["passkeys"][number] };
