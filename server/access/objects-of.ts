import { installation, type ObjectReference } from "./object.schema";

/** Of a request's input, the objects that it is about. */
export type ObjectsOf<Input> = (input: Input) => ObjectReference | readonly ObjectReference[];

export const onInstallation = () => installation;

export const onHost = ({ hostId }: { hostId: string }): ObjectReference => ({ kind: "host", hostId });

export const onBoot = ({ hostId }: { hostId: string }): ObjectReference => ({ kind: "boot", hostId });

export const onVm = ({
  hostId,
  vmId,
}: {
  hostId: string;
  vmId: string;
}): Extract<ObjectReference, { kind: "vm" }> => ({
  kind: "vm",
  hostId,
  vmId,
});

export const onNamed = ({
  hostId,
  name,
}: {
  hostId: string;
  name: string;
}): Extract<ObjectReference, { kind: "named" }> => ({
  kind: "named",
  hostId,
  name,
});

export const onDevices = ({ hostId, addresses }: { hostId: string; addresses: readonly string[] }) =>
  addresses.map((address): ObjectReference => ({ kind: "device", hostId, address }));

export const onVmAndDevices = (input: { hostId: string; vmId: string; addresses: readonly string[] }) => [
  onVm(input),
  ...onDevices(input),
];

export const onNetwork = ({ hostId, uuid }: { hostId: string; uuid: string }): ObjectReference => ({
  kind: "network",
  hostId,
  uuid,
});

export const onPool = ({ hostId, pool }: { hostId: string; pool: string }): ObjectReference => ({
  kind: "pool",
  hostId,
  pool,
});

export const onVolume = (input: { hostId: string; pool: string; volume: string }): ObjectReference => {
  const { hostId, pool, volume } = input;
  return { kind: "volume", hostId, pool, volume };
};

export const onJob = ({ jobId }: { jobId: string }): ObjectReference => ({ kind: "job", jobId });
