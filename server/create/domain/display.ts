import type { ElementPlan } from "../../xml/build-xml";
import type { GraphicsSpecification } from "../specification/display.schema";
import type { VmSpecification } from "../vm-specification.schema";

type Part = Pick<VmSpecification, "graphics" | "video" | "sound">;

/** `<graphics>`, `<video>` and `<sound>`. */
export function displayPlans({ graphics, video, sound }: Part): ElementPlan[] {
  const plans = [...graphicsPlans(graphics), videoPlan(graphics, video)];
  if (sound !== null) plans.push({ name: "sound", attributes: { model: sound } });
  return plans;
}

function graphicsPlans(graphics: GraphicsSpecification): ElementPlan[] {
  if (graphics.kind === "none") return [];
  if (graphics.kind === "vnc") {
    const vnc = { name: "graphics", attributes: { type: "vnc" }, children: [listenPlan(graphics.listen)] };
    return graphics.gl ? [vnc, { name: "graphics", attributes: { type: "egl-headless" } }] : [vnc];
  }
  // With GL, SPICE hands buffers of the GPU to a viewer on this host: there is nothing to listen on.
  const children: ElementPlan[] = graphics.gl
    ? [
        { name: "listen", attributes: { type: "none" } },
        { name: "gl", attributes: { enable: "yes" } },
      ]
    : [listenPlan(graphics.listen)];
  return [{ name: "graphics", attributes: { type: "spice" }, children }, spiceAgent];
}

function listenPlan(listen: "loopback" | "socket"): ElementPlan {
  if (listen === "socket") return { name: "listen", attributes: { type: "socket" } };
  return { name: "listen", attributes: { type: "address", address: "127.0.0.1" } };
}

/** Clipboard and screen size, by the agent in the guest. */
const spiceAgent: ElementPlan = {
  name: "channel",
  attributes: { type: "spicevmc" },
  children: [{ name: "target", attributes: { type: "virtio", name: "com.redhat.spice.0" } }],
};

function videoPlan(graphics: GraphicsSpecification, video: VmSpecification["video"]): ElementPlan {
  const type = video ?? (graphics.kind === "none" ? "none" : "virtio");
  const accelerated = type === "virtio" && graphics.kind !== "none" && graphics.gl;
  const children = accelerated ? [{ name: "acceleration", attributes: { accel3d: "yes" } }] : [];
  return { name: "video", children: [{ name: "model", attributes: { type }, children }] };
}
