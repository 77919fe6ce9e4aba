import { NotFound } from "@/components/layout/not-found";

/** Below the public layout, which already has header and footer. */
export default function PublicNotFound() {
  return <NotFound />;
}
