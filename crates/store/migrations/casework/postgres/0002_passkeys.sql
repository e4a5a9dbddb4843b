-- Passkeys: the public half of a key that stays in somebody's device. `sealed` is her ring under what only that device gives; it is
-- missing where the device gives nothing. `tag` is made with the key of the machine, which is not in this database.

create table passkeys (
    id text primary key,
    account_id text not null references accounts (id),
    name text not null,
    site text not null,
    handle bytea not null,
    public_key bytea not null,
    salt bytea not null,
    sealed bytea,
    tag bytea not null,
    counter bigint not null,
    created_at text not null,
    used_at text,
    version bigint not null,
    sum bytea not null
);
create index passkeys_account on passkeys (account_id);
