import type { Trouble } from "@/server/fleet/trouble/trouble.schema";

interface TroubleTextProps {
  trouble: Trouble;
  /** Opens the card of a device. */
  onOpen(address: string): void;
}

/** What an error means, what to do, and the devices that it is about. */
export function TroubleText({ trouble: { message, fix, devices }, onOpen }: TroubleTextProps) {
  return (
    <div className="wrap-anywhere flex flex-col gap-1">
      <p className="font-medium">{message}</p>
      <p>{fix}</p>
      {devices.length === 0 ? null : (
        <p className="flex flex-wrap gap-x-3">
          {devices.map((address) => (
            <button
              key={address}
              type="button"
              onClick={() => onOpen(address)}
              className="min-h-6 font-mono underline"
            >
              {address}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}
