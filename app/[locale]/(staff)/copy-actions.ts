"use server";
import { action } from "@/lib/actions";
import { copyCall } from "@/lib/calls/commands/copy-call";
import { publishCopies } from "@/lib/calls/commands/publish-copies";
import { copyCallSchema, publishCopiesSchema } from "@/lib/calls/schema/copies";
import { routes } from "@/lib/routes";

export const copyCallAction = action("call.copy", copyCallSchema, copyCall, {
  audience: "territory",
  redirectTo: ({ id }) => `${routes.staffCallSet(id)}?fatto=copie`,
  keep: "all",
});

export const publishCopiesAction = action(
  "call.publishCopies",
  publishCopiesSchema,
  publishCopies,
  {
    audience: "staff",
    redirectTo: ({ setId, published }) =>
      `${routes.staffCallSet(setId)}?fatto=pubblicati&quanti=${published}`,
  },
);
