import { productFile } from "../product-file";

/**
 * Variables by which ssh and ssh-add get an answer where they would ask for one.
 * @param prompt What has to stand in the question; whoever else asks (a jump host, a stranger's key) gets none.
 */
export function askPass(answer: string, prompt: string): Record<string, string> {
  return {
    SSH_ASKPASS: productFile("server/host/ssh/ask-pass.sh"),
    SSH_ASKPASS_REQUIRE: "force",
    PASSDECK_ASKED: prompt,
    PASSDECK_ANSWER: answer,
  };
}
