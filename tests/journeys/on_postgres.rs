//! Some of what people do once more with the record in `PostgreSQL`: at least one journey for each part of the record that has words
//! of its own there, or much of it. `OMBUDSMAN_TEST_DATABASE=postgres` has every journey go there.

macro_rules! journeys {
    ($($room:ident::$journey:ident),+ $(,)?) => {
        $(#[test]
        fn $journey() {
            tests::on_postgres(crate::$room::$journey);
        })+
    };
}

journeys!(
    search::words_are_found_in_what_was_written_by_whoever_wrote_it_without_accents_of_one_or_many_and_by_a_beginning,
    search::facets_narrow_a_search_down_together_and_are_taken_away_again,
    search::what_moves_is_found_where_it_stands_now,
    retention::what_is_kept_no_longer_is_removed_everywhere_with_a_proof_and_what_is_not_yet_stays,
    editions::a_closed_quarter_is_prepared_by_one_approved_by_another_and_read_in_both_languages,
    editions::an_edition_that_was_changed_in_the_record_is_not_verified,
    keys::what_was_sealed_and_promised_under_one_secret_holds_through_rotation_resealing_and_retirement,
    audit::an_edited_log_is_found_out_and_an_anchor_kept_elsewhere_proves_an_earlier_day,
    suggestions::a_suggestion_becomes_you_said_we_did_by_two_people_and_can_be_withdrawn,
    complaints::a_complaint_is_answered_in_time_and_the_person_reads_findings_reasons_and_their_rights,
    together::a_duplicate_is_answered_with_the_other_and_its_person_learns_nothing_of_the_other,
    at_the_desk::a_queue_says_that_a_person_wrote_until_the_office_told_them_something,
    letters::an_answer_to_a_question_in_french_arrives_with_its_accents,
);
