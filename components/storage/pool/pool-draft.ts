import { type CreatePoolRequest, createPoolSchema } from "@/server/storage/pool-request.schema";
import { type Checked, check } from "../form/problems";

export type PoolType = CreatePoolRequest["type"];

/** A new pool as its form holds it: what is written, whichever kind it is for. */
export interface PoolDraft {
  type: PoolType;
  name: string;
  autostart: boolean;
  path: string;
  device: string;
  volumeGroup: string;
  server: string;
  exportedPath: string;
  dataset: string;
  cephPool: string;
  /** "10.0.0.5:6789, mon2" */
  monitors: string;
  username: string;
  secretId: string;
}

type TextField = Exclude<keyof PoolDraft, "type" | "name" | "autostart">;

interface FieldWords {
  key: TextField;
  label: string;
  note: string;
  placeholder: string;
}

export interface PoolTypeWords {
  label: string;
  /** What it is, and what must be there already. */
  note: string;
  fields: readonly FieldWords[];
}

const mountPoint: FieldWords = {
  key: "path",
  label: "Target path",
  note: "The directory on the host where it is mounted while the pool is running.",
  placeholder: "/var/lib/libvirt/pools/fast",
};

/** The kinds of pools that can be made, with what each asks for. */
export const poolTypes: Readonly<Record<PoolType, PoolTypeWords>> = {
  dir: {
    label: "Directory",
    note: "Disks are files in a directory on the host. It is created if it does not exist.",
    fields: [
      {
        key: "path",
        label: "Directory",
        note: "An absolute path on the host.",
        placeholder: "/var/lib/libvirt/images",
      },
    ],
  },
  fs: {
    label: "Pre-formatted block device",
    note: "A partition with an existing file system. It is mounted, never formatted.",
    fields: [
      {
        key: "device",
        label: "Device",
        note: "Use a persistent name below /dev/disk/by-id.",
        placeholder: "/dev/disk/by-id/…",
      },
      mountPoint,
    ],
  },
  netfs: {
    label: "NFS",
    note: "A directory exported over NFS. Several hosts can share it.",
    fields: [
      { key: "server", label: "Server", note: "Host name or IP address.", placeholder: "nas.lan" },
      {
        key: "exportedPath",
        label: "Source path",
        note: "The exported path on the server.",
        placeholder: "/export/vms",
      },
      mountPoint,
    ],
  },
  logical: {
    label: "LVM volume group",
    note: "Each disk is a logical volume. The volume group must already exist.",
    fields: [
      {
        key: "volumeGroup",
        label: "Volume group",
        note: "As listed by “vgs” on the host.",
        placeholder: "vg0",
      },
    ],
  },
  zfs: {
    label: "ZFS",
    note: "Each disk is a ZFS volume. The ZFS pool must already exist.",
    fields: [
      {
        key: "dataset",
        label: "ZFS pool or dataset",
        note: "As listed by “zfs list” on the host.",
        placeholder: "tank/vms",
      },
    ],
  },
  rbd: {
    label: "Ceph RBD",
    note: "Each disk is an image in a pool of a Ceph cluster.",
    fields: [
      { key: "cephPool", label: "Ceph pool", note: "As listed by “ceph osd lspools”.", placeholder: "rbd" },
      {
        key: "monitors",
        label: "Monitors",
        note: "Host names or IP addresses, separated by commas. Add a port if it is not the default.",
        placeholder: "10.0.0.5:6789, 10.0.0.6",
      },
      {
        key: "username",
        label: "User",
        note: "Leave empty if the cluster needs no key.",
        placeholder: "libvirt",
      },
      {
        key: "secretId",
        label: "Secret",
        note: "The UUID of the libvirt secret that holds the user's key, as “virsh secret-list” shows it.",
        placeholder: "",
      },
    ],
  },
};

export const emptyPoolDraft: PoolDraft = {
  type: "dir",
  name: "",
  autostart: true,
  path: "",
  device: "",
  volumeGroup: "",
  server: "",
  exportedPath: "",
  dataset: "",
  cephPool: "",
  monitors: "",
  username: "",
  secretId: "",
};

/** What the server would be asked for, or what is wrong with the draft, by its fields. */
export function checkPoolDraft(draft: PoolDraft): Checked<CreatePoolRequest> {
  const { type, name, autostart } = draft;
  const written = poolTypes[type].fields.map(({ key }) => [key, draft[key].trim()]);
  const request = { type, name: name.trim(), autostart, ...Object.fromEntries(written) };
  if (type !== "rbd") return check(createPoolSchema, request);
  const { username, secretId, ...rest } = request;
  const authentication = username === "" && secretId === "" ? null : { username, secretId };
  const checked = check(createPoolSchema, {
    ...rest,
    monitors: readMonitors(draft.monitors),
    authentication,
  });
  const { authentication: ofKey, ...problems } = checked.problems;
  // The form has no field of this name: what is wrong with the key is shown at the secret.
  return ofKey === undefined ? checked : { request: null, problems: { ...problems, secretId: ofKey } };
}

/** Monitors of Ceph as people write them; an IPv6 address with a port stands in brackets. */
function readMonitors(text: string): { host: string; port: number | null }[] {
  return text
    .split(/[\s,]+/)
    .filter((part) => part !== "")
    .map((part) => {
      const [, bracketed, name, port] = /^(?:\[([^\]]*)\]|([^:]*))(?::(\d+))?$/.exec(part) ?? [];
      return { host: bracketed ?? name ?? part, port: port === undefined ? null : Number(port) };
    });
}
