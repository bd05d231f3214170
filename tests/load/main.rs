//! `load [--minutes N] [--database-url URL] [NAME…]`: the bench's figures about load, a line each: `name  value unit  ratio to its limit`, and
//! what explains it below. Both sides of a comparison are measured in the same run, in turns.

mod desk;
mod edition;
mod figure;
mod measures;
mod pages;

use figure::FIGURES;

const USAGE: &str = "usage: load [--minutes N] [--database-url URL] [NAME…]";

#[tokio::main]
async fn main() {
    let (mut minutes, mut database_url, mut asked) = (1, None, Vec::new());
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--minutes" {
            minutes = arguments.next().and_then(|value| value.parse().ok()).unwrap_or_else(|| refuse(USAGE));
        } else if argument == "--database-url" {
            database_url = Some(arguments.next().unwrap_or_else(|| refuse(USAGE)));
        } else {
            asked.push(argument);
        }
    }
    let is_asked =
        |name: &str| asked.is_empty() || asked.iter().any(|one| name == one || name.starts_with(&format!("{one}.")));
    if !FIGURES.iter().any(|figure| is_asked(figure.name)) {
        let names = FIGURES.map(|figure| figure.name).join(", ");
        refuse(&format!("There is no figure {}. There are: {names}", asked.join(", ")));
    }
    measures::run(&is_asked, minutes).await;
    if FIGURES.iter().any(|figure| figure.name.starts_with("desk.") && is_asked(figure.name)) {
        desk::run(database_url.as_deref()).await;
    }
    if FIGURES.iter().any(|figure| figure.name.starts_with("edition.") && is_asked(figure.name)) {
        edition::run().await;
    }
}

fn refuse(sentence: &str) -> ! {
    eprintln!("{sentence}");
    std::process::exit(2)
}
