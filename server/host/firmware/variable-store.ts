import { X509Certificate } from "node:crypto";

/** A UEFI variable that holds keys: "db" of what may be started, "KEK" of who may change that. */
export interface KeyVariable {
  name: string;
  /** Common names of the certificates in it. */
  certificates: string[];
}

/** gEfiAuthenticatedVariableGuid, as its bytes stand in the file (edk2, MdeModulePkg/Include/Guid/VariableFormat.h). */
const storeGuid = "782cf3aa7b949a43a1802e144ec37792";
/** EFI_CERT_X509_GUID (UEFI 2.10, 32.4.1). */
const x509Guid = "a159c0a5e494a74a87b5ab155c2bf072";
/** Where the header of a firmware volume says how long it is (PI 1.8, volume 3, 3.2.1). */
const headerLengthOffset = 48;
const storeHeaderBytes = 28;
/** AUTHENTICATED_VARIABLE_HEADER. */
const variableHeaderBytes = 60;
const variableStart = 0x55aa;
/** VAR_ADDED: it is whole, and neither deleted nor replaced. */
const addedState = 0x3f;
const keyNames = ["PK", "KEK", "db"];

/**
 * The keys in a file of OVMF's variables, as a VM begins with them.
 * @returns null of what is no such file, or of another form (qcow2, JSON).
 */
export function readKeyVariables(file: Uint8Array): KeyVariable[] | null {
  const bytes = Buffer.from(file);
  if (bytes.length < headerLengthOffset + 2) return null;
  const start = bytes.readUInt16LE(headerLengthOffset);
  if (start + storeHeaderBytes > bytes.length) return null;
  if (bytes.toString("hex", start, start + 16) !== storeGuid) return null;
  const end = Math.min(bytes.length, start + bytes.readUInt32LE(start + 16));
  const found: KeyVariable[] = [];
  let at = start + storeHeaderBytes;
  while (at + variableHeaderBytes <= end && bytes.readUInt16LE(at) === variableStart) {
    const nameBytes = bytes.readUInt32LE(at + 36);
    const dataAt = at + variableHeaderBytes + nameBytes;
    const dataEnd = dataAt + bytes.readUInt32LE(at + 40);
    if (dataEnd > end) break;
    const name = bytes.toString("utf16le", at + variableHeaderBytes, dataAt - 2);
    if (bytes[at + 2] === addedState && keyNames.includes(name))
      found.push({ name, certificates: certificatesIn(bytes.subarray(dataAt, dataEnd)) });
    at = Math.ceil(dataEnd / 4) * 4;
  }
  return found;
}

/** Common names in a row of EFI_SIGNATURE_LIST (UEFI 2.10, 32.4.1); hashes and what can't be read have none. */
function certificatesIn(data: Buffer): string[] {
  const names: string[] = [];
  let at = 0;
  while (at + 28 <= data.length) {
    const listBytes = data.readUInt32LE(at + 16);
    if (listBytes < 28) break;
    if (data.toString("hex", at, at + 16) === x509Guid)
      names.push(...namesIn(data.subarray(at, at + listBytes)));
    at += listBytes;
  }
  return names;
}

/** Each entry is its owner's GUID and a certificate. */
function namesIn(list: Buffer): string[] {
  const entryBytes = list.readUInt32LE(24);
  if (entryBytes <= 16) return [];
  const names: string[] = [];
  for (let at = 28 + list.readUInt32LE(20); at + entryBytes <= list.length; at += entryBytes)
    names.push(...commonName(list.subarray(at + 16, at + entryBytes)));
  return names;
}

function commonName(certificate: Buffer): string[] {
  try {
    const name = /^CN=(.*)$/m.exec(new X509Certificate(certificate).subject)?.[1];
    return name === undefined ? [] : [name];
  } catch {
    return [];
  }
}
