"use client";

import { formatMoment } from "@/components/formats/dates";
import { formatTime } from "@/components/formats/times";
import { cell } from "@/components/ui/table-classes";
import { TableHead } from "@/components/ui/table-head";
import type { AuditLine } from "@/server/access/audit-trail/audit.schema";
import { OutcomeBadge } from "./outcome-badge";

const wide = `${cell} hidden @min-[40rem]:table-cell`;
const columns = ["Time", "Who", "What", "Outcome"];

/** Who did what. On a narrow screen all of it stands below the time. */
export function AuditTable({ lines }: { lines: readonly AuditLine[] }) {
  return (
    <table className="w-full">
      <caption className="sr-only">What was done, the latest first</caption>
      <TableHead columns={columns} />
      <tbody className="divide-y divide-border">
        {lines.map((line) => (
          <Row key={line.id} line={line} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ line }: { line: AuditLine }) {
  return (
    <tr>
      <th scope="row" className={`${cell} text-left font-normal @min-[40rem]:w-40`}>
        <div className="flex flex-wrap items-center justify-between gap-x-3">
          <time
            dateTime={new Date(line.at).toISOString()}
            title={formatMoment(line.at)}
            className="text-muted text-sm tabular-nums"
          >
            {formatTime(line.at)}
          </time>
          <span className="@min-[40rem]:hidden">
            <OutcomeBadge outcome={line.outcome} />
          </span>
        </div>
        <div className="mt-1 flex flex-col gap-1 @min-[40rem]:hidden">
          <What line={line} />
          <Who line={line} />
        </div>
      </th>
      <td className={`${wide} w-44`}>
        <Who line={line} />
      </td>
      <td className={wide}>
        <What line={line} />
      </td>
      <td className={`${wide} w-32 whitespace-nowrap`}>
        <OutcomeBadge outcome={line.outcome} />
      </td>
    </tr>
  );
}

function Who({ line: { who, address } }: { line: AuditLine }) {
  return (
    <div className="wrap-anywhere">
      {who === null ? <span className="text-muted">nobody signed in</span> : who}
      {address === null ? null : <div className="font-mono text-muted text-sm">{address}</div>}
    </div>
  );
}

function What({ line: { title, subject, problem } }: { line: AuditLine }) {
  return (
    <div className="wrap-anywhere">
      {title}
      {subject === "" ? null : <span className="text-muted"> · {subject}</span>}
      {problem === null ? null : <p className="text-danger text-sm">{problem}</p>}
    </div>
  );
}
