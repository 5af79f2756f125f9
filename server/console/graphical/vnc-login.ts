import type { Duplex } from "node:stream";
import { AppError } from "../../errors";
import { readExactly } from "./read-exactly";
import { answerChallenge } from "./vnc-password";

const version = "RFB 003.008\n";
/** Security types (https://www.iana.org/assignments/rfb). */
const none = 1;
const vncPassword = 2;
/** The longest reason for a refusal that is read. */
const longestReason = 1_024;

/**
 * Signs in to a VNC server up to the point where it waits for ClientInit (RFC 6143, 7.1), so that neither a browser nor
 * a person has to know the password. AppErrors say what the VM called `vmName` wants that cannot be given.
 */
export async function signInToVnc(stream: Duplex, vmName: string, password: string | null): Promise<void> {
  const offered = (await readExactly(stream, version.length)).toString("latin1");
  // Servers that know a later version understand this one as well.
  if (!/^RFB 0\d\d\.\d{3}\n$/.test(offered) || offered < version) {
    throw unfit(
      `${vmName}’s screen does not speak VNC as it should. Passdeck needs version 3.8 of its protocol.`,
    );
  }
  stream.write(version);
  const types = await readTypes(stream, vmName);
  if (types.includes(none)) stream.write(Buffer.of(none));
  else if (types.includes(vncPassword) && password !== null) await givePassword(stream, password);
  else throw unfit(whyNotLetIn(types, vmName));
  const result = (await readExactly(stream, 4)).readUInt32BE();
  if (result !== 0) throw refused(vmName, await readReason(stream));
}

async function readTypes(stream: Duplex, vmName: string): Promise<Buffer> {
  const count = (await readExactly(stream, 1)).readUInt8();
  if (count === 0) throw refused(vmName, await readReason(stream));
  return readExactly(stream, count);
}

async function givePassword(stream: Duplex, password: string): Promise<void> {
  stream.write(Buffer.of(vncPassword));
  stream.write(answerChallenge(await readExactly(stream, 16), password));
}

async function readReason(stream: Duplex): Promise<string> {
  const length = (await readExactly(stream, 4)).readUInt32BE();
  return (await readExactly(stream, Math.min(length, longestReason))).toString();
}

function whyNotLetIn(types: Buffer, vmName: string): string {
  return types.includes(vncPassword)
    ? `${vmName}’s screen asks for a password that its definition does not hold. Give <graphics> the attribute passwd, or take it away.`
    : `${vmName}’s screen wants TLS or SASL, which Passdeck needs none of on the host itself. Switch vnc_tls and vnc_sasl off in the host’s /etc/libvirt/qemu.conf and start the VM anew.`;
}

function refused(vmName: string, reason: string): AppError {
  return unfit(
    `${vmName}’s screen let nobody in: “${reason}”. If its password has expired (passwdValidTo), set a new one in the definition.`,
  );
}

function unfit(userMessage: string): AppError {
  return new AppError("conflict", { userMessage });
}
