import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PrivateLibvirtd, startPrivateLibvirtd } from "@/e2e/libvirtd/private-libvirtd";
import { builtInImages } from "../../create/catalogue/built-in-images";
import type { Database } from "../../database/open-database";
import type { Fleet } from "../../fleet/fleet";
import { newJobs, openTestDatabase } from "../../job/test-world.test-data";
import { Connection } from "../../libvirt/connection";
import { unixDialer } from "../../libvirt/dial/unix";
import { createPool, dirPool } from "../../storage/storage-rig.test-data";
import type { ActRequest } from "../act-context";
import { adminRequest } from "../admin-request.test-data";
import { connect, hostId } from "../kill/testing/rooms";
import { runAct } from "../run-act";
import { downloadKind } from "../storage/download-kind";
import { downloadImage } from "./download-image";
import { ImageCatalogue } from "./image-catalogue";
import { listImages } from "./list-images";
import { refreshCatalogue } from "./refresh-catalogue";

let libvirtd: PrivateLibvirtd;
let fleet: Fleet;
let database: Database;
let web: Server;
let catalogue: ImageCatalogue;
let request: ActRequest;

const file = Buffer.alloc(2 ** 20, "debian");
const name = "debian-13-genericcloud-amd64.qcow2";
const debian = "/cloud.debian.org/images/cloud/trixie/latest";
const sumOf = (content: Buffer) => createHash("sha512").update(content).digest("hex");
/** What the mirror has, by path. */
const served = new Map<string, string | Buffer>();

beforeAll(async () => {
  libvirtd = await startPrivateLibvirtd();
  fleet = await connect(libvirtd.uri);
  const connection = await Connection.open(unixDialer(libvirtd.socketPath), "qemu:///system");
  await createPool(connection, dirPool("default", "/var/lib/libvirt/images"));
  await connection.close();
  web = createServer(({ url = "" }, response) => {
    const content = served.get(url);
    response.statusCode = content === undefined ? 404 : 200;
    response.end(content);
  }).listen(0, "127.0.0.1");
  await once(web, "listening");
  const mirror = `http://127.0.0.1:${(web.address() as AddressInfo).port}/`;
  database = openTestDatabase();
  catalogue = new ImageCatalogue({
    images: builtInImages(),
    address: `${mirror}images.json`,
    web: { mirror },
  });
  const jobs = newJobs(database, [downloadKind(fleet, { mirror })]);
  request = adminRequest({ fleet, jobs, catalogue });
}, 180_000);

afterAll(async () => {
  web?.close();
  await fleet?.stop();
  database?.close();
  await libvirtd?.stop();
});

async function download(imageId: string) {
  const { jobId } = await runAct(downloadImage, request, { hostId, pool: "default", imageId });
  return request.services.jobs.ended(jobId);
}

const listed = async (id: string) =>
  (await listImages(fleet, catalogue, hostId)).images.find((image) => image.id === id);

describe("an image of the catalogue", () => {
  test("that is another than its publisher says is refused, and nothing is left of it", async () => {
    served.set(`${debian}/${name}`, file);
    served.set(`${debian}/SHA512SUMS`, `${sumOf(Buffer.from("another"))}  ${name}\n`);
    const job = await download("debian-13-cloud");
    expect(job).toMatchObject({ state: "undone", problem: expect.stringContaining("its SHA-512 is") });
    expect(await listed("debian-13-cloud")).toMatchObject({ have: null });
  });

  test("is downloaded from the mirror, compared, and known again", async () => {
    served.set(`${debian}/SHA512SUMS`, `${sumOf(file)}  ${name}\n`);
    const job = await download("debian-13-cloud");
    expect(job).toMatchObject({ state: "done", report: expect.stringContaining("SHA-512") });
    expect(await readFile(join(libvirtd.folder, "lib/images", name))).toEqual(file);
    expect(await listed("debian-13-cloud")).toMatchObject({ have: { pool: "default", volume: name } });
    await expect(download("debian-13-cloud")).rejects.toMatchObject({ code: "conflict" });
  });

  test("that is packed is unpacked as it comes: the checksum is the packed one’s", async () => {
    const release = "/download.freebsd.org/releases/VM-IMAGES/";
    const folder = `${release}14.3-RELEASE/amd64/Latest/`;
    const image = "FreeBSD-14.3-RELEASE-amd64-BASIC-CLOUDINIT-ufs.qcow2";
    const packed = execFileSync("xz", ["--stdout"], { input: file });
    const sum = createHash("sha256").update(packed).digest("hex");
    served.set(release, '<a href="13.5-RELEASE/">13.5</a> <a href="14.3-RELEASE/">14.3</a>');
    served.set(folder, `<a href="${image}.xz">${image}.xz</a>`);
    served.set(`${folder}${image}.xz`, packed);
    served.set(`${folder}CHECKSUM.SHA256`, `SHA256 (${image}.xz) = ${sum}\n`);
    const job = await download("freebsd-cloud");
    expect(job).toMatchObject({ state: "done", problem: null });
    expect(await readFile(join(libvirtd.folder, "lib/images", image))).toEqual(file);
    expect(await listed("freebsd-cloud")).toMatchObject({ have: { pool: "default", volume: image } });
  });

  test("that the mirror has not says so, before there is a job", async () => {
    await expect(download("debian-12-cloud")).rejects.toThrow(/answers 404/);
    await expect(download("none")).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("the catalogue", () => {
  test("is refreshed from its address", async () => {
    const [first] = catalogue.images;
    served.set(
      "/images.json",
      JSON.stringify({ version: 1, images: [{ ...first, id: "ours", title: "Ours" }] }),
    );
    await runAct(refreshCatalogue, request, {});
    expect((await listImages(fleet, catalogue, hostId)).images).toMatchObject([
      { id: "ours", title: "Ours", have: { volume: name } },
    ]);
  });

  test.each([["{"], ['{"version":2,"images":[]}'], ['{"version":1,"images":[{}]}']])(
    "stays as it was where %s stands there",
    async (text) => {
      const before = catalogue.images;
      served.set("/images.json", text);
      await expect(runAct(refreshCatalogue, request, {})).rejects.toMatchObject({ code: "bad-input" });
      expect(catalogue.images).toBe(before);
    },
  );
});
