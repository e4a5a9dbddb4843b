//! Serving the observatory.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use pana_app::{Desk, search};
use pana_publish::pdf::Press;
use pana_web::casework::Confided;
use pana_web::estimate::workbench::Workbench;
use tokio::net::TcpListener;

use crate::args;
use crate::confided::room;
use crate::exit::Exit;
use crate::open;
use crate::output::print;

/// `pana serve`.
pub async fn run(args: args::Serve) -> Result<(), Exit> {
    let listener = listen(&args.listen).await?;
    let library = open::library()?;
    let db = open::for_writing(&args.place, &library).await?;
    let folder = args.place.data.clone().unwrap_or_else(|| PathBuf::from(open::FOLDER));
    let confided = match args.place.db {
        None if room::is_there(&folder) => Some(room::open(&folder, &library).await?),
        _ => None,
    };
    let desk = Desk::open(db, library).await?;
    serve(listener, desk, Told { json: args.json, accounts: None }, args.workbench, confided).await
}

/// Takes the address before anything is made, so that a port in use leaves no trace.
pub async fn listen(address: &str) -> Result<TcpListener, Exit> {
    TcpListener::bind(address).await.map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => Exit::Failed(format!(
            "{address} is in use by another program; choose another with --listen, such as 127.0.0.1:8081"
        )),
        std::io::ErrorKind::InvalidInput => {
            Exit::Usage(format!("`{address}` is not an address; write host:port, such as 127.0.0.1:8080"))
        }
        _ => Exit::Failed(format!("cannot serve on {address}: {error}; choose another with --listen")),
    })
}

/// What is told once it serves.
pub struct Told {
    /// As one line of JSON.
    pub json: bool,
    /// The accounts of the demonstration.
    pub accounts: Option<serde_json::Value>,
}

/// Serves until it is asked to stop, and finishes what it began to answer.
/// With a workbench, whoever reaches the address can load tables and enter estimates.
pub async fn serve(
    listener: TcpListener,
    desk: Desk,
    told: Told,
    workbench: bool,
    confided: Option<Confided>,
) -> Result<(), Exit> {
    let address = listener.local_addr().map_err(|error| Exit::Failed(error.to_string()))?;
    let url = format!("http://{address}/");
    let desk = Arc::new(desk);
    tokio::spawn(index(Arc::clone(&desk)));
    let workbench = if workbench {
        let made = Workbench::new();
        Some(made.ok_or_else(|| Exit::Failed("the system gives no random numbers for names of estimates".to_owned()))?)
    } else {
        None
    };
    let state = pana_web::State {
        desk,
        press: Arc::new(Press::new()),
        today: open::today,
        workbench: workbench.clone(),
        confided,
    };
    if told.json {
        let mut line = serde_json::json!({ "url": url });
        if let Some(accounts) = told.accounts {
            line["accounts"] = accounts;
        }
        print(format!("{line}\n").as_bytes())?;
    } else {
        eprintln!("Pana serves on {url}   (stop with Ctrl-C)");
    }
    let service = pana_web::router(state).into_make_service_with_connect_info::<SocketAddr>();
    let served = axum::serve(listener, service).with_graceful_shutdown(stopped());
    let ended = served.await.map_err(|error| Exit::Failed(error.to_string()));
    if let Some(workbench) = workbench {
        workbench.stop();
    }
    ended
}

/// Makes the search index before somebody searches. Where that fails the first search tries again, and says so.
async fn index(desk: Arc<Desk>) {
    if let Err(error) = search::prepare(&desk).await {
        eprintln!("pana: the search index is not ready: {error}");
    }
}

async fn stopped() {
    let interrupted = tokio::signal::ctrl_c();
    let Ok(mut terminated) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) else {
        return drop(interrupted.await);
    };
    tokio::select! {
        _ = interrupted => {}
        _ = terminated.recv() => {}
    }
}
