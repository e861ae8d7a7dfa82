-- ${tasks} open tasks of tenant ${tenant}: 50 groups, 200 people, 20 processes, a tenth overdue, a hundredth escalated.
drop table if exists src;
create temporary table src as
select n, '${tenant}' || '-' || lpad(to_hex(n), 12, '0') || '-4711-8000-abcdef012345' as id,
 (array['Approve invoice','Check application','Call customer','Review contract','Sign order','Book payment','Answer complaint','Verify identity','Plan delivery','Close case'])[1+(n*7)%10] || ' ' || (n % 5000) as name,
 case when n%10<7 then now() + interval '1 day' + (hashint8(n)::bigint + 2147483648)%5184000 * interval '1 second'
      when n%10=7 then now() - (1+ (hashint8(n)::bigint + 2147483648)%864000) * interval '1 second' else timestamptz '9999-12-31 00:00:00+00' end as due,
 abs(hashint8(n*13))%101 as priority, now() - (${tasks} - n) * (interval '60 days' / ${tasks}) as created,
 case when n%5<2 then 'user'||(n%200) end as assignee, (n*31)%50 as g1, (n*17+5)%50 as g2, n%3=0 as two, n%20 as p, n%100=3 as escalated
from generate_series(1, ${tasks}) n;
insert into tasks_task (id,tenant,name,name_key,status,assignee,priority,urgency,due,created_at,execution_id,business_key,definition_id,process_key,process_name,process_version,activity_id,candidate_groups,candidate_users,escalated_at,escalated_by,escalation_reason,overdue_from,revision)
select id,'${tenant}',name,lower(name),'OPEN',assignee,priority,-priority,due,created,'x-'||id,'ORD-'||n,'${definition}','process-'||p,'Process number '||p,1,'work',
 case when two and g1<>g2 then '["g'||g1||'","g'||g2||'"]' else '["g'||g1||'"]' end,'[]', case when escalated then now() - (n%100000)*interval '1 second' end, case when escalated then 'user1' end, case when escalated then 'help' end,
 case when due > now() and due < '9999-01-01' then due end, 1 from src;
insert into tasks_entry (tenant,list,task_id,process_key,due,urgency,created_at,name_key,escalated_at)
with base as (
 select n, 'mine:'||assignee as list from src where assignee is not null
 union all select n, 'group:g'||g1 from src where assignee is null
 union all select n, 'group:g'||g2 from src where assignee is null and two and g1<>g2),
 marked as (select n, list from base
  union all select b.n, 'overdue:'||list from base b join src s using (n) where due < now()
  union all select n, 'overdue:all' from src where due < now()
  union all select b.n, 'escalated:'||list from base b join src s using (n) where escalated
  union all select n, 'escalated:all' from src where escalated)
select '${tenant}', m.list, t.id, t.process_key, t.due, t.urgency, t.created_at, t.name_key, t.escalated_at
from marked m join src s using (n) join tasks_task t on t.id = s.id;
insert into tasks_word (tenant, word, task_id)
select distinct '${tenant}', convert_to(w,'UTF8'), id from src, lateral unnest(array_cat(string_to_array(lower(name),' '), array['ord', n::text, 'process','number', p::text])) w;
drop table src;
