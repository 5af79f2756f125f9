import type { Connection } from "../../../libvirt/connection";
import { readStorageVol } from "../../../libvirt/protocol/codecs.gen";
import { errorNumber } from "../../../libvirt/protocol/constants.gen";
import type { ProcedureArguments } from "../../../libvirt/protocol/procedures.gen";
import { buildXml } from "../../../xml/build-xml";
import type { FrontActs, FrontCall } from "./front-line";
import { type MadeUpVolume, readMadeUpVolume, seenIn } from "./volume-content";

type VolumeHandle = ProcedureArguments["storage_vol_delete"]["vol"];

/** Of what is written into a volume so much is kept: what tells what it is. */
const keptBytes = 2 ** 20;
/** More is not made up for whoever reads a volume. */
const mostBytes = 64n * 2n ** 20n;
const pieceBytes = 2 ** 18;

/** What is answered of volumes where the test driver can't. */
export function volumeAnswers(volumes: () => MadeUpVolumes): FrontActs {
  const refusing = (act: (call: FrontCall) => Promise<void>) => (call: FrontCall) =>
    void act(call).catch((error: unknown) => call.refuse(errorNumber.INTERNAL_ERROR, String(error)));
  return {
    storage_vol_upload: (call) => volumes().upload(call),
    storage_vol_download: refusing((call) => volumes().download(call)),
    storage_vol_resize: refusing((call) => volumes().resize(call)),
    storage_vol_get_info_flags: refusing((call) => volumes().info(call)),
    storage_vol_delete: (call) => volumes().forget(call),
  };
}

/**
 * The content of the made-up host's volumes. libvirt's test driver has their definitions alone: what is written into one is
 * looked at here as libvirt would, and is otherwise nowhere; what is read behind its beginning is zeros.
 */
export class MadeUpVolumes {
  readonly #connection: Connection;
  readonly #heads = new Map<string, Buffer>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  upload({ reader, stream }: FrontCall): void {
    const vol = readStorageVol(reader);
    let written = reader.unsignedHyper();
    let head = written === 0n ? Buffer.alloc(0) : (this.#heads.get(vol.key) ?? Buffer.alloc(0));
    stream(() => ({
      take: (bytes) => {
        written += BigInt(bytes.length);
        if (head.length < keptBytes) head = Buffer.concat([head, bytes.subarray(0, keptBytes - head.length)]);
      },
      finish: async () => {
        const volume = await this.#read(vol);
        await this.#replace(vol, { ...volume, allocation: written, ...seenIn(head, written) });
        this.#heads.set(vol.key, head);
      },
      close: () => undefined,
    }));
  }

  async download({ reader, stream, refuse }: FrontCall): Promise<void> {
    const vol = readStorageVol(reader);
    const [offset, asked] = [reader.unsignedHyper(), reader.unsignedHyper()];
    const { allocation } = await this.#read(vol);
    const left = allocation > offset ? allocation - offset : 0n;
    const length = asked === 0n || asked > left ? left : asked;
    if (length > mostBytes)
      return refuse(errorNumber.NO_SUPPORT, `the demo makes up no content of more than ${mostBytes} bytes`);
    const head = this.#heads.get(vol.key) ?? Buffer.alloc(0);
    stream((send) => {
      // Once the stream is known to whoever asked for it.
      const timer = setTimeout(() => {
        for (const piece of pieces(head, Number(offset), Number(length))) send(piece);
        send(Buffer.alloc(0));
      }, 0);
      return { take: () => undefined, close: () => clearTimeout(timer) };
    });
  }

  async resize({ reader, reply }: FrontCall): Promise<void> {
    const vol = readStorageVol(reader);
    await this.#replace(vol, { ...(await this.#read(vol)), capacity: reader.unsignedHyper() });
    reply(() => undefined);
  }

  /** With all flags it is the file's size that is told. */
  async info({ reader, reply }: FrontCall): Promise<void> {
    const { capacity, allocation } = await this.#read(readStorageVol(reader));
    reply((writer) => {
      writer.int(0);
      writer.unsignedHyper(capacity);
      writer.unsignedHyper(allocation);
    });
  }

  forget({ reader, pass }: FrontCall): void {
    this.#heads.delete(readStorageVol(reader).key);
    pass();
  }

  async #read(vol: VolumeHandle): Promise<MadeUpVolume> {
    return readMadeUpVolume((await this.#connection.call("storage_vol_get_xml_desc", { vol, flags: 0 })).xml);
  }

  /** The test driver changes no volume, but makes another one of the same name. */
  async #replace(vol: VolumeHandle, volume: MadeUpVolume): Promise<void> {
    const { pool } = await this.#connection.call("storage_pool_lookup_by_name", { name: vol.pool });
    await this.#connection.call("storage_vol_delete", { vol, flags: 0 });
    await this.#connection.call("storage_vol_create_xml", { pool, xml: volumeXml(volume), flags: 0 });
  }
}

function* pieces(head: Buffer, offset: number, length: number): Generator<Buffer> {
  for (let at = offset; at < offset + length; at += pieceBytes) {
    const piece = Buffer.alloc(Math.min(pieceBytes, offset + length - at));
    piece.set(head.subarray(at, at + piece.length));
    yield piece;
  }
}

function volumeXml({ name, format, capacity, allocation }: MadeUpVolume): string {
  return buildXml({
    name: "volume",
    children: [
      { name: "name", text: name },
      { name: "capacity", attributes: { unit: "bytes" }, text: String(capacity) },
      { name: "allocation", attributes: { unit: "bytes" }, text: String(allocation) },
      { name: "target", children: [{ name: "format", attributes: { type: format } }] },
    ],
  });
}
