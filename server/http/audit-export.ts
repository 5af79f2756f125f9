import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { stringify } from "csv-stringify";
import * as z from "zod";
import { type AuditLine, auditFilterSchema } from "../access/audit-trail/audit.schema";
import { installation } from "../access/object.schema";
import { AppError, httpStatusOf } from "../errors";
import type { ApiRequest } from "./api-handler";
import { sendText } from "./send-text";
import { refuseStorageRequest, type TransferOptions, transferFor } from "./storage-request";

export const auditPath = "/api/audit";

const formats = { csv: "text/csv; charset=utf-8", json: "application/json; charset=utf-8" } as const;

/** What is asked for, in the address: the filter of the page, and the format. */
const querySchema = z.object({
  format: z.enum(["csv", "json"], { error: "Ask for format=csv or format=json." }),
  filter: z.string().max(2_000).default("{}").transform(jsonOf).pipe(auditFilterSchema),
});

/** Sends the audit as a file: GET /api/audit?format=csv&filter=JSON. The promise is never rejected. */
export async function handleAuditExport(
  { services, transfers, log }: TransferOptions,
  { request, response, caller, query }: ApiRequest & { query: URLSearchParams },
): Promise<void> {
  try {
    const session = refuseStorageRequest(request, caller);
    if (request.method !== "GET") return sendText(response, 405, "The audit is read with GET.");
    const transfer = transferFor(session, "audit.export", installation, () => response.destroy());
    const { format, filter } = wishOf(query);
    await transfers.during(transfer, async () => {
      const name = `passdeck-audit-${new Date().toISOString().slice(0, 10)}.${format}`;
      response.writeHead(200, {
        "Content-Type": formats[format],
        "Content-Disposition": `attachment; filename="${name}"`,
        "Cache-Control": "no-store",
      });
      await pipeline(format === "csv" ? asCsv(lines(filter)) : asJson(lines(filter)), response);
    });
  } catch (error) {
    if (response.headersSent) return void response.destroy();
    if (!(error instanceof AppError)) log.error({ err: error }, "the audit could not be sent");
    if (error instanceof AppError) sendText(response, httpStatusOf[error.code], error.userMessage);
    else sendText(response, 500, "Something went wrong in Passdeck; its log says what.");
  }

  function lines(filter: z.output<typeof auditFilterSchema>): Iterable<AuditLine> {
    return services.auditStore.search.all(filter);
  }
}

function wishOf(query: URLSearchParams): z.output<typeof querySchema> {
  const { success, data, error } = querySchema.safeParse(Object.fromEntries(query));
  if (success) return data;
  throw new AppError("bad-input", { userMessage: error.issues.map(({ message }) => message).join(" ") });
}

/** undefined of what is no JSON, which fits no schema. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * RFC 4180. What begins as a formula of a spreadsheet has an apostrophe before it, by which it is text: who a stranger says to be
 * must not be calculated (OWASP, CSV injection).
 */
function asCsv(lines: Iterable<AuditLine>): Readable {
  const rows = Readable.from(lines).map(({ at, ...line }: AuditLine) => ({
    time: new Date(at).toISOString(),
    ...line,
  }));
  const columns = [
    "id",
    "time",
    "who",
    "address",
    "act",
    "title",
    "subject",
    "outcome",
    "problem",
    "tookMs",
    "hash",
  ];
  return rows.compose(
    stringify({ header: true, columns, escape_formulas: true, record_delimiter: "windows" }),
  ) as Readable;
}

function asJson(lines: Iterable<AuditLine>): Readable {
  return Readable.from(pieces(lines));
}

function* pieces(lines: Iterable<AuditLine>): Generator<string> {
  let before = "[\n";
  for (const line of lines) {
    yield before + JSON.stringify(line);
    before = ",\n";
  }
  yield before === "[\n" ? "[]\n" : "\n]\n";
}
