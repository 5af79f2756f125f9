import { lookup as lookupName } from "node:dns";
import type { LookupFunction } from "node:net";

/** A name leads to no address that may be asked. */
export class RefusedAddress extends Error {
  constructor(readonly address: string) {
    super(`${address} may not be asked`);
  }
}

/**
 * Looks a name up and passes on only addresses that may be asked; where there are none, nothing is connected to. So no name
 * can answer one thing to a check and another to the connection.
 */
export function guardedLookup(mayAsk: (address: string) => boolean): LookupFunction {
  return (name, options, callback) => {
    lookupName(name, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      const allowed = addresses.filter(({ address }) => mayAsk(address));
      const [first] = allowed;
      if (first === undefined) return callback(new RefusedAddress(addresses[0]?.address ?? name), []);
      if (options.all) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };
}
