import type { AuditCopy } from "./audit-copy";
import { FileCopy } from "./file-copy";
import { syslogCopy } from "./syslog-copy";

/** Where the settings have entries sent besides the database. */
export function copiesOf({ file, syslog }: { file: string | null; syslog: string | null }): AuditCopy[] {
  return [...(file === null ? [] : [new FileCopy(file)]), ...(syslog === null ? [] : [syslogCopy(syslog)])];
}
