import { notFound } from "next/navigation";
import { Forbidden, NotFound } from "@/lib/kernel/errors";

/** What one may not see does not exist. */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof NotFound || error instanceof Forbidden) notFound();
    throw error;
  }
}
