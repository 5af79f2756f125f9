import { createReadStream, readdirSync, readFileSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, relative, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { encodingsOf, type PackedEncoding, pack } from "./compression";

const contentTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

const packable = new Set([".css", ".js", ".json", ".map", ".svg", ".txt", ".webmanifest"]);

interface StaticFile {
  file: string;
  size: number;
  type: string;
  cacheControl: string;
  packable: boolean;
  /** Made at the first request for it, once. */
  packed: Map<PackedEncoding, Promise<Buffer>>;
}

/**
 * The files that anybody may have: those of the build under /_next/static and those of `public`. They are listed once,
 * so that a request can name nothing else, and each is compressed once.
 */
export class StaticFiles {
  readonly #files = new Map<string, StaticFile>();

  /** @param root The project's folder. */
  constructor(root: string) {
    // Names there contain a hash of the content.
    this.#add(join(root, ".next/static"), "/_next/static/", "public, max-age=31536000, immutable");
    this.#add(join(root, "public"), "/", "public, max-age=3600");
  }

  has(path: string): boolean {
    return this.#files.has(path);
  }

  /** Answers with the file at `path`, which has to be there. */
  async serve(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const file = this.#files.get(path);
    if (!file) throw new Error(`${path} is no static file`);
    if (request.method !== "GET" && request.method !== "HEAD") return void response.writeHead(405).end();
    response.setHeader("Content-Type", file.type);
    response.setHeader("Cache-Control", file.cacheControl);
    if (file.packable) response.setHeader("Vary", "Accept-Encoding");
    const encoding = file.packable ? encodingsOf(request.headers["accept-encoding"])[0] : undefined;
    if (encoding !== undefined) return this.#sendPacked(file, encoding, request, response);
    response.setHeader("Content-Length", file.size);
    if (request.method === "HEAD") return void response.end();
    await pipeline(createReadStream(file.file), response);
  }

  async #sendPacked(
    file: StaticFile,
    encoding: PackedEncoding,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const packed = file.packed.get(encoding) ?? pack(readFileSync(file.file), encoding);
    file.packed.set(encoding, packed);
    const body = await packed;
    response.writeHead(200, { "Content-Encoding": encoding, "Content-Length": body.length });
    response.end(request.method === "HEAD" ? undefined : body);
  }

  #add(folder: string, prefix: string, cacheControl: string): void {
    for (const file of filesUnder(folder)) {
      const extension = extname(file);
      const path = prefix + relative(folder, file).split(sep).map(encodeURIComponent).join("/");
      this.#files.set(path, {
        file,
        size: statSync(file).size,
        type: contentTypes[extension] ?? "application/octet-stream",
        cacheControl,
        packable: packable.has(extension),
        packed: new Map(),
      });
    }
  }
}

function filesUnder(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
