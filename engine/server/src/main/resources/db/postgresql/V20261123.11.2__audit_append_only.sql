-- Nobody changes or removes what is sealed, except an erasure of personal data, which says so for its transaction.
create function audit_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_table_name = 'audit_entry'
      and coalesce(current_setting('flowmaster.audit_erasure', true), '') <> ''
      and new.tenant = old.tenant and new.seq = old.seq and new.id = old.id and new.at = old.at
      and new.action = old.action and new.content_hash = old.content_hash and new.hash = old.hash
      and new.erasure = current_setting('flowmaster.audit_erasure', true) then
    return new;
  end if;
  raise exception 'the audit log is append-only: % of % is refused', tg_op, tg_table_name;
end $$;

create trigger audit_entry_append_only before update or delete on audit_entry
  for each row execute function audit_append_only();
create trigger audit_entry_no_truncate before truncate on audit_entry
  for each statement execute function audit_append_only();
create trigger audit_replaced_append_only before update or delete on audit_replaced
  for each row execute function audit_append_only();
create trigger audit_replaced_no_truncate before truncate on audit_replaced
  for each statement execute function audit_append_only();
