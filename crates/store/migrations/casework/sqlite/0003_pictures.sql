-- Pages of attached papers, each sealed as a picture. What a paper is, and how many pages it has, stands in the document of its id. Pages
-- are written once and never changed: a paper that was attached by mistake is taken away whole.

create table pictures (
    entry_id text not null,
    number bigint not null,
    record_id text not null references records (id),
    class text not null,
    sealed blob not null,
    sum blob not null,
    primary key (entry_id, number)
);
create index pictures_record on pictures (record_id, class);
