-- The confided room. Content is sealed; beside it stands only what is needed to find it. `sum` is the SHA-256 of a row's other
-- columns: it shows damage, not malice (that is shown by the seals and by the log).

create table centres (
    id text primary key,
    name text not null,
    region text not null,
    front_public blob not null,
    desk_public blob not null,
    safe_public blob not null,
    version bigint not null,
    sum blob not null
);

create table accounts (
    id text primary key,
    login text not null unique,
    name text not null,
    role text not null,
    centre_id text references centres (id),
    state text not null,
    public_key blob not null,
    sealed blob not null,
    recovery blob,
    created_at text not null,
    last_step bigint not null,
    version bigint not null,
    sum blob not null
);

-- A case, a centre (its rooms and keys), or the desk of one person (her drafts).
create table records (
    id text primary key,
    kind text not null,
    centre_id text,
    survivor_id text,
    state text not null,
    opened_at text not null,
    version bigint not null,
    sum blob not null
);
create index records_centre on records (centre_id, kind, state);
create index records_survivor on records (survivor_id);

create table salts (
    record_id text not null references records (id),
    class text not null,
    salt blob not null,
    sum blob not null,
    primary key (record_id, class)
);

-- What one holder may open of one record: the keys, sealed to the holder.
create table wraps (
    record_id text not null references records (id),
    holder text not null,
    bundle blob not null,
    version bigint not null,
    sum blob not null,
    primary key (record_id, holder)
);
create index wraps_holder on wraps (holder, record_id);

create table entries (
    id text primary key,
    record_id text not null references records (id),
    class text not null,
    kind text not null,
    standing text not null,
    author text not null,
    written_at text not null,
    save_id text not null,
    sealed blob not null,
    version bigint not null,
    sum blob not null
);
create index entries_record on entries (record_id, kind);

create table tokens (
    centre_id text not null,
    token text not null,
    record_id text not null references records (id),
    sum blob not null,
    primary key (centre_id, token, record_id)
);
create index tokens_record on tokens (record_id);

create table sessions (
    id text primary key,
    account_id text not null references accounts (id),
    purpose text not null,
    sealed blob not null,
    created_at text not null,
    seen_at text not null,
    confirmed_at text,
    emergency text,
    device text not null,
    version bigint not null,
    sum blob not null
);
create index sessions_account on sessions (account_id);

-- The log: a leaf for each event, the tree's state, and its signed heads.
create table events (
    number bigint primary key,
    record_id text,
    actor text not null,
    leaf blob not null,
    hash blob not null
);
create index events_record on events (record_id, number);

create table log_state (
    id bigint primary key,
    size bigint not null,
    tree blob not null
);

create table log_heads (
    size bigint primary key,
    head text not null
);

-- What was erased stays erased: a restored backup is put through this list before it is opened.
create table erasures (
    fingerprint text not null,
    class text not null,
    erased_at text not null,
    sum blob not null,
    primary key (fingerprint, class)
);
