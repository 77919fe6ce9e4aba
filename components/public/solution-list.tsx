import { Link } from "@/components/ui/link";
import { routes } from "@/lib/routes";
import type { SolutionInList } from "@/lib/territory/queries";

/** What came out of the paths, with the zone where it came out. */
export function SolutionList({ solutions }: { solutions: SolutionInList[] }) {
  return (
    <ul className="ct-sol">
      {solutions.map((one) => (
        <li key={one.name}>
          <article>
            <div className="body">
              <h3>{one.name}</h3>
              <p>{one.summary}</p>
              <Link className="ct-more" href={routes.zone(one.zone.slug)}>
                {one.zone.name}
              </Link>
            </div>
          </article>
        </li>
      ))}
    </ul>
  );
}
