import type { Pool } from "pg";

/**
 * Calls up to this many in all, spread over the zones: a third is in the archive, of the others most
 * are open, and the rest are to come, over, suspended or under review. Some end together, some never;
 * the accordion is in the first hundred alone.
 * The owner's connections write them: nobody publishes ten thousand calls by hand.
 */
export async function callsUpTo(owner: Pool, count: number): Promise<void> {
  await owner.query(
    `insert into call (id, body_id, zone_id, code, slug, regime, state, title, summary, audiences, themes, opens_at,
       closes_at, content, form_definition_id, created_at, updated_at, published_at)
     select gen_random_uuid(), model.body_id, place.id, '1999/' || n, 'banco-' || n, model.regime,
       case when n % 3 = 2 then 'archived' when n % 6 = 1 then 'underReview' when n % 24 = 6 then 'suspended'
         else 'published' end,
       (array['Laboratori di comunità', 'Anziani e quartiere', 'Salute e accesso'])[1 + n % 3] || ' ' || n,
       case when n <= 100 and n % 3 = 1 then 'Con la fisarmonica' else 'Un percorso con chi cura e chi è curato' end,
       case when n % 2 = 0 then '{organisation}'::text[] else '{organisation,citizen}' end,
       (array['{ageing}', '{access,training}', '{participation}'])[1 + n % 3]::text[],
       now() + case when n % 12 = 4 then interval '3 days' else interval '-30 days' end,
       case when n % 30 = 10 then null
         else now() + case when n % 3 = 2 or n % 12 = 0 then make_interval(mins => -30 - n % 999)
           else make_interval(mins => 6000 + n % 999) end
       end,
       model.content, model.form_definition_id, now(), now() - make_interval(mins => n), now() - interval '40 days'
     from generate_series((select count(*)::int + 1 from call), $1) n
       cross join (select * from call where state = 'published' order by slug limit 1) model
       join (select id, row_number() over (order by slug) - 1 as place, count(*) over () as places
         from zone where valid_to is null) place on place.place = n % place.places`,
    [count],
  );
  await owner.query("vacuum analyze call, call_search");
}
