import type { AnswerFile } from "@/server/create/answers/answers.schema";
import type { WindowsAnswers } from "@/server/create/answers/windows.schema";

/** What Windows' installer is to be told, as somebody types it. */
export interface AnswersDraft extends Omit<WindowsAnswers, "edition" | "productKey"> {
  on: boolean;
  /** Empty: the key decides, or the installer asks. */
  edition: string;
  /** Empty: none. */
  productKey: string;
  /** The files as they were edited; null while they are made of the rest. */
  files: AnswerFile[] | null;
}

export function emptyAnswers(): AnswersDraft {
  return {
    on: false,
    version: "w11",
    edition: "Windows 11 Pro",
    productKey: "",
    language: "en-US",
    keyboard: "en-US",
    timeZone: "UTC",
    computerName: "",
    account: "admin",
    password: "",
    drivers: true,
    remoteDesktop: false,
    guestAgent: true,
    files: null,
  };
}
