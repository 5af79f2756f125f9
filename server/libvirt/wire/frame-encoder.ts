import { type FrameHeader, headerLength, maximumFrameLength, protocolVersion } from "./frame";
import { XdrError } from "./xdr-error";

/** The 28 bytes that go before a payload of `payloadLength` bytes. An XdrError where libvirt would refuse its size. */
export function encodeHeader(header: FrameHeader, payloadLength: number): Buffer {
  const length = headerLength + payloadLength;
  if (length > maximumFrameLength) throw new XdrError(`a message of ${length} bytes is over libvirt's limit`);
  const bytes = Buffer.allocUnsafe(headerLength);
  writeHeader(bytes, header, length);
  return bytes;
}

/** A whole frame in one buffer. */
export function encodeFrame(header: FrameHeader, payload: Uint8Array): Buffer {
  const length = headerLength + payload.length;
  if (length > maximumFrameLength) throw new XdrError(`a message of ${length} bytes is over libvirt's limit`);
  const bytes = Buffer.allocUnsafe(length);
  writeHeader(bytes, header, length);
  bytes.set(payload, headerLength);
  return bytes;
}

function writeHeader(bytes: Buffer, header: FrameHeader, length: number): void {
  bytes.writeUInt32BE(length, 0);
  bytes.writeUInt32BE(header.program, 4);
  bytes.writeUInt32BE(protocolVersion, 8);
  bytes.writeInt32BE(header.procedure, 12);
  bytes.writeInt32BE(header.type, 16);
  bytes.writeUInt32BE(header.serial, 20);
  bytes.writeInt32BE(header.status, 24);
}
