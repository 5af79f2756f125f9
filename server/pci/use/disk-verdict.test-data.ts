import { busyTree } from "@/e2e/hosts/busy-host";
import { plainHost } from "@/e2e/hosts/busy-parts";
import type { TreeEntry } from "../../host/tree-entries";
import { readHostReport } from "../read-host-report";
import { judgeHost } from "../verdict/judge";

/** The verdict of a device as "STATUS CODES", without what has nothing to do with its use. */
export async function verdictAt(address: string, entries: readonly TreeEntry[]): Promise<string> {
  const report = await readHostReport(await busyTree([...entries, ...plainHost]));
  const judged = judgeHost(report, { managementDevices: [], attachments: new Map() });
  const device = judged.devices.find((one) => one.address === address);
  const codes = device?.verdict.reasons.map(({ code, weight }) => `${weight} ${code}`) ?? [];
  return [
    device?.verdict.status,
    ...codes.filter((code) => !/no-reset|identical-twin|acs-override/.test(code)),
  ].join(", ");
}
