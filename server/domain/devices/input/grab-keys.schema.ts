export const grabKeyIds = [
  "ctrl-ctrl",
  "alt-alt",
  "shift-shift",
  "meta-meta",
  "scrolllock",
  "ctrl-scrolllock",
] as const;

type GrabKeys = (typeof grabKeyIds)[number];

/** What switches the host's keyboard between host and VM (https://libvirt.org/formatdomain.html#input-devices). */
export const grabKeyWords: Readonly<Record<GrabKeys, string>> = {
  "ctrl-ctrl": "Left Ctrl + Right Ctrl",
  "alt-alt": "Left Alt + Right Alt",
  "shift-shift": "Left Shift + Right Shift",
  "meta-meta": "Left Meta + Right Meta (Windows keys)",
  scrolllock: "Scroll Lock",
  "ctrl-scrolllock": "Ctrl + Scroll Lock",
};
