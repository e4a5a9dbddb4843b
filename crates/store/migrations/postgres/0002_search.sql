-- The search index: nothing in it is a fact, all of it is made again from the facts. `search_index` says of which import it is.
create table search_index (
    import_id bigint not null,
    made_by text not null
);

-- What can be found, in the order in which equally good results are listed.
create table search_documents (
    id bigint not null primary key,
    kind text not null,
    document_key text not null
);

-- Its words. They arrive folded and marked with language, field and form; the engine compares them letter by letter.
create table search_words (
    id bigint not null primary key,
    words tsvector not null
);

create index search_words_by_word on search_words using gin (words);
