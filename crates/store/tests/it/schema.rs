//! Both engines have the same tables, but for the words of the search index, which each engine keeps in its own way; a file keeps what it acknowledges.

use pana_store::Db;

use crate::engine::each;

#[tokio::test]
async fn both_engines_have_the_same_columns() {
    let mut catalogues = Vec::new();
    for (engine, db) in each("catalogue").await {
        let sql = match &db {
            Db::Sqlite(_) => {
                "select m.name, c.name from sqlite_master m join pragma_table_info(m.name) c \
                 where m.type = 'table' and m.name not like '\\_sqlx%' escape '\\' and m.name not like 'sqlite%' \
                 and m.name not like 'search\\_words%' escape '\\' order by 1, 2"
            }
            Db::Postgres(_) => {
                "select cast(table_name as text), cast(column_name as text) from information_schema.columns \
                 where table_schema = current_schema() and table_name not like '\\_sqlx%' \
                 and table_name <> 'search_words' \
                 order by table_name collate \"C\", column_name collate \"C\""
            }
        };
        let rows = db.read(sql, &[]).await.expect("a catalogue");
        assert!(rows.len() > 80, "{engine}: {} columns", rows.len());
        catalogues.push((engine, rows));
    }
    for (engine, rows) in &catalogues {
        assert_eq!(rows, &catalogues[0].1, "{engine}");
    }
}

#[tokio::test]
async fn a_file_waits_for_the_disk() {
    let folder = std::env::temp_dir().join(format!("pana-store-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let db = Db::open_folder(&folder).await.expect("the database opens");
    let mode = db.read("pragma journal_mode", &[]).await.expect("a mode");
    assert_eq!(mode, [[Some("wal".to_owned())]]);
    drop(db);
    std::fs::remove_dir_all(&folder).expect("the folder goes away");
}

#[tokio::test]
async fn a_folder_that_is_not_there_is_refused_by_name() {
    let missing = std::env::temp_dir().join("pana-no-such-folder/inside");
    let refused = Db::open_folder(&missing).await.expect_err("there is no folder");
    assert!(refused.to_string().contains("pana-no-such-folder"), "{refused}");
}
