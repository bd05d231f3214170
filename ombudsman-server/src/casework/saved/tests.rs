//! What can be kept is what the desk itself would write.

use super::to_keep;

#[test]
fn an_address_is_kept_as_the_desk_writes_it_without_words_place_and_language() {
    for (address, kept) in [
        ("/desk", "/desk"),
        ("/desk/team?lang=fr&desk=help&after=2.ABC", "/desk/team?desk=help"),
        ("/desk/open?desk=", "/desk/open"),
        (
            "/desk/search?words=c-_d&after=X&lang=en&stage=open&from=2026-05-01",
            "/desk/search?stage=open&from=2026-05-01",
        ),
        ("/desk/search?service=passport&x=%3Cscript%3E", "/desk/search?service=passport"),
    ] {
        assert_eq!(to_keep(address).as_deref(), Some(kept), "{address}");
    }
}

#[test]
fn what_is_no_list_of_the_desk_is_not_kept() {
    for address in [
        "",
        "/desk/search",
        "/desk/search?words=c-_d",
        "/desk/cases/7K3M9QXA2B4CE",
        "//elsewhere.example/desk",
        "https://elsewhere.example/desk",
        "/desk/../sign-out",
        "/console",
    ] {
        assert_eq!(to_keep(address), None, "{address}");
    }
    assert_eq!(to_keep("/desk?desk=a%0d%0ax").as_deref(), Some("/desk"), "no desk is called that");
}
