/** Both ends of a connection over which somebody asks, as the socket tells them. */
export interface CallerAddresses {
  localAddress: string;
  remoteAddress: string;
}
