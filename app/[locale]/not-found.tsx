import { NotFound } from "@/components/layout/not-found";
import { PublicShell } from "@/components/layout/public-shell";
import { env } from "@/lib/env";

export default function NotFoundPage() {
  return (
    <PublicShell programme={env().PROGRAMME_NAME}>
      <NotFound />
    </PublicShell>
  );
}
