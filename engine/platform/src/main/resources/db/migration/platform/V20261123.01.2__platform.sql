alter table platform_audit add column on_behalf_of varchar(64);
