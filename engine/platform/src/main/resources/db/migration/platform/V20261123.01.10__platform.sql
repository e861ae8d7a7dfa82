-- Whose answers they are: nobody else gets them, and they go when the person is erased. Null in rows of before, which live two days.
alter table platform_idempotency add column actor varchar(64);
