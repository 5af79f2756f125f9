/** Where the service's files go, without a leading slash, and what their first line says of where they come from. */
export interface ServicePlaces {
  units: string;
  users: string;
  folders: string;
  polkitRules: string;
  /** By it the files are known again, and no other is taken away. */
  mark: string;
}

/** Where an administrator's own files go. */
export const ownPlaces: ServicePlaces = {
  units: "etc/systemd/system",
  users: "etc/sysusers.d",
  folders: "etc/tmpfiles.d",
  polkitRules: "etc/polkit-1/rules.d",
  mark: "Made by `passdeck install`, taken away by `passdeck uninstall`.",
};

/** Where those of packages go, which what stands in /etc comes before. */
export const packagePlaces: ServicePlaces = {
  units: "usr/lib/systemd/system",
  users: "usr/lib/sysusers.d",
  folders: "usr/lib/tmpfiles.d",
  polkitRules: "usr/share/polkit-1/rules.d",
  mark: "Of Passdeck's package.",
};
