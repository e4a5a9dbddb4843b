-- The public room. Every fact is kept in all its revisions; nothing is overwritten. Cells are text as written.
create table imports (
    id bigint not null primary key,
    recorded_on text not null,
    name text not null,
    version text not null,
    checksum text not null,
    added bigint not null,
    corrected bigint not null
);

create table sources (
    source_id text not null,
    role text,
    title text not null,
    publisher text,
    publisher_kind text,
    published text,
    published_precision text,
    date_basis text,
    covers text,
    kind text,
    language text,
    url text,
    cited_in text,
    reliability_note text,
    revision bigint not null,
    import_id bigint not null references imports (id),
    primary key (source_id, revision)
);

create table geographies (
    geo_id text not null,
    iso3 text,
    iso_3166_2 text,
    name_en text not null,
    kind text not null,
    parent text,
    index_region text,
    valid_from text,
    valid_to text,
    note text,
    revision bigint not null,
    import_id bigint not null references imports (id),
    primary key (geo_id, revision)
);

create table indicators (
    indicator_id text not null,
    name_en text not null,
    unit text not null,
    flow text not null,
    concept text,
    scope text,
    theme text,
    definition_note text,
    revision bigint not null,
    import_id bigint not null references imports (id),
    primary key (indicator_id, revision)
);

create table indicator_relations (
    from_indicator text not null,
    relation text not null,
    to_indicator text not null,
    comparable_values text not null,
    note text,
    revision bigint not null,
    import_id bigint not null references imports (id),
    primary key (from_indicator, relation, to_indicator, revision)
);

create table observations (
    obs_id text not null,
    indicator_id text not null,
    value text,
    value_lower text,
    value_upper text,
    value_text text,
    comparator text not null,
    unit text not null,
    geo_id text not null,
    period_start text,
    period_end text,
    period_label text,
    period_type text not null,
    subgroup text not null,
    basis text not null,
    coverage text not null,
    obs_status text not null,
    source_id text not null,
    origin_source_id text,
    locus text not null,
    line text,
    derived text not null,
    derived_from text,
    note text,
    series text,
    edition text,
    released text,
    revision bigint not null,
    import_id bigint not null references imports (id),
    primary key (obs_id, revision)
);

create index observations_by_indicator on observations (indicator_id, geo_id);
create index observations_by_place on observations (geo_id);

-- Rows of tables that are kept whole: findings, recommendations, commitments, services, ...
create table records (
    table_name text not null,
    pack text not null,
    record_key text not null,
    cells text not null,
    revision bigint not null,
    import_id bigint not null references imports (id),
    primary key (table_name, pack, record_key, revision)
);
