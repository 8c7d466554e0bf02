//! Missions as organisers run them: prepared, planned, published, repaired, watched.

mod attendance;
mod attendees;
mod board;
mod edit;
mod export;
mod happened;
mod left;
mod list;
mod meetings;
mod overview;
mod plan;
mod planning;
mod publication;
mod top;
mod wishes;

use crate::pages::imports;
use crate::site::Site;
use axum::Router;
use axum::routing::{get, post};

/// The addresses of these pages, under `/organise/missions`.
pub(crate) fn routes() -> Router<Site> {
    let plan = Router::new()
        .route("/", get(plan::current))
        .route("/meetings", get(plan::current_meetings))
        .route("/start", get(planning::show).post(planning::start))
        .route("/stop", post(planning::stop))
        .route("/step", post(publication::step))
        .route("/changes", get(publication::changes))
        .route("/lock", post(meetings::lock))
        .route("/{number}", get(plan::numbered))
        .route("/{number}/left", get(left::show))
        .route("/{number}/meetings", get(meetings::show))
        .route("/{number}/charts", get(plan::charts))
        .route("/{number}/{file}", get(export::file));
    let mission = Router::new()
        .route("/", get(overview::show))
        .route("/state", post(overview::turn))
        .route("/mission.json", get(export::document))
        .route("/edit", get(edit::show).post(edit::save))
        .route("/edit/document", post(edit::upload).layer(imports::most()))
        .route("/attendees", get(attendees::show).post(attendees::invite))
        .route("/attendees/remove", post(attendees::remove))
        .route("/wishes", get(wishes::show).post(wishes::add))
        .route("/wishes/propose", post(wishes::propose))
        .route("/wishes/{wish}", post(wishes::mark))
        .route("/happened", get(happened::show).post(happened::look))
        .route("/happened/accept", post(happened::accept))
        .route("/board", get(board::show))
        .route("/attendance", get(attendance::show).post(attendance::decide))
        .nest("/plan", plan);
    Router::new()
        .route("/", get(list::show).post(list::create))
        .route("/document", post(list::upload).layer(imports::most()))
        .nest("/{mission}", mission)
}
