//! `retention`: what is kept no longer is counted, and with `--for-real` what leads to a person is removed from it.

use anyhow::Context;

use crate::casework::retention::due;
use crate::house::House;
use crate::secrets::sha256_hex;

pub(super) async fn run(house: &House, is_for_real: bool) -> anyhow::Result<()> {
    let kept = "What was removed before it broke off stays removed, and is in the log; run it again";
    let report = due::run(house, is_for_real).await.context(kept)?;
    let lines = report.lines();
    for line in &lines {
        println!("{line}");
    }
    if is_for_real {
        let proof = sha256_hex(lines.join("\n").as_bytes());
        println!("What leads to a person was removed from {} records.", report.removed);
        if report.is_left_in_journal {
            println!(
                "The journal beside the record was not emptied, because somebody was reading: what was removed may still \
                 stand in it until the next run, or until the server is stopped."
            );
        }
        println!("SHA-256 of the lines above this one, as the log has it: {proof}");
    } else {
        println!(
            "Nothing was removed. With --for-real, what leads to a person is removed from what is kept no longer."
        );
    }
    Ok(())
}
