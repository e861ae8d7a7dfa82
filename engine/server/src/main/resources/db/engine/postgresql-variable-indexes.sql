-- What variables hold now, for the inbox's filters: each kind of value in an index of its own. Each statement may be repeated.
create index if not exists engine_variable_text on ACT_RU_VARIABLE (NAME_, left(TEXT_, 64)) where TYPE_ = 'string';
create index if not exists engine_variable_long on ACT_RU_VARIABLE (NAME_, LONG_) where LONG_ is not null;
create index if not exists engine_variable_double on ACT_RU_VARIABLE (NAME_, DOUBLE_) where DOUBLE_ is not null;
create index if not exists engine_variable_number on ACT_RU_VARIABLE (NAME_) where TYPE_ = 'number';
