import { serveKinds } from "@/lib/pdf/thread";
import { pdfKinds } from "./pdf-kinds";

/** Entry of the threads that `lib/pdf/pool.ts` starts. */
serveKinds(pdfKinds);
