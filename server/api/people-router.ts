import * as z from "zod";
import { type Person, personSchema } from "../access/person.schema";
import { deleteUser } from "../work/people/delete";
import { disableUser } from "../work/people/disable";
import { enableUser } from "../work/people/enable";
import { endSession } from "../work/people/end-session";
import { endSessions } from "../work/people/end-sessions";
import { inviteUser } from "../work/people/invite";
import { resetUser } from "../work/people/reset";
import { revokeLink } from "../work/people/revoke-link";
import { seeSessions } from "../work/people/sessions";
import { setRole } from "../work/people/set-role";
import { mutation, query } from "./act-procedure";
import { push } from "./push";
import { stream } from "./stream";
import { installationProcedure, router } from "./trpc";

export const peopleRouter = router({
  /** All of them, whenever something of one has changed. */
  watch: installationProcedure
    .output(stream(z.array(personSchema)))
    .subscription(({ ctx: { services }, signal }) =>
      push<Person[]>(signal, (sink) => {
        const tell = () => sink(services.people.all());
        tell();
        return services.access.onChange(tell);
      }),
    ),
  sessions: query(seeSessions),
  invite: mutation(inviteUser),
  setRole: mutation(setRole),
  disable: mutation(disableUser),
  enable: mutation(enableUser),
  reset: mutation(resetUser),
  revokeLink: mutation(revokeLink),
  delete: mutation(deleteUser),
  endSession: mutation(endSession),
  endSessions: mutation(endSessions),
});
