import * as z from "zod";

/**
 * The guest's screen. VNC and SPICE listen on loopback or on a socket that libvirt makes, never on the network: viewers
 * come in through Passdeck.
 */
export const graphicsSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none") }),
  z.strictObject({
    kind: z.literal("vnc"),
    listen: z.enum(["loopback", "socket"]).default("socket"),
    /** 3D by the host's GPU, drawn off the screen (egl-headless). */
    gl: z.boolean().default(false),
  }),
  z.strictObject({
    kind: z.literal("spice"),
    listen: z.enum(["loopback", "socket"]).default("loopback"),
    /** 3D by the host's GPU; only for viewers on the host itself. */
    gl: z.boolean().default(false),
  }),
]);

/** null: what suits the machine; "none": no emulated display at all, as where a GPU is the only one. */
export const videoSchema = z.enum(["virtio", "qxl", "vga", "bochs", "cirrus", "none"]).nullable();

export type GraphicsSpecification = z.infer<typeof graphicsSchema>;
