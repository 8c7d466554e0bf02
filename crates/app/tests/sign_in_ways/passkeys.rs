use crate::device::{CREATE, Device, GET, Said};
use crate::{Place, told};
use jiff::SignedDuration;
use pul_app::live::passkey::{self, PasskeyAnswer};

async fn registered(place: &Place, device: &Device) -> pul_app::live::Who {
    let who = place.somebody("amina@example.org").await;
    let options = passkey::begin_register(&place.node, &who, "browser").await.expect("options");
    let answer = device.answer(&options, &CREATE);
    passkey::register(&place.node, &who, "browser", &answer, "My phone").await.expect("it is kept");
    who
}

#[tokio::test]
async fn a_passkey_signs_in_whose_it_is() {
    let place = Place::new().await;
    let device = Device::new(7);
    let who = registered(&place, &device).await;
    let options = passkey::begin_sign_in(&place.node, "browser", "192.0.2.1").await.unwrap();
    assert!(options.get("allowCredentials").is_none(), "nobody learns who is here");
    let answer = device.answer(&options, &GET);
    let opened = passkey::sign_in(&place.node, "browser", &answer, "test", "/desk").await.unwrap();
    assert_eq!(place.whose(&opened.secret).await.account, who.account);
    assert_eq!(opened.then, "/desk");
    let kept = passkey::list(&place.node, &who).await.unwrap();
    assert_eq!((kept.len(), kept[0].row.name.as_str(), kept[0].row.used.is_some()), (1, "My phone", true));
    let stranger = place.somebody("other@example.org").await;
    assert_eq!(told(passkey::remove(&place.node, &stranger, &kept[0].row.credential).await), "missing");
    passkey::remove(&place.node, &who, &kept[0].row.credential).await.unwrap();
    assert!(passkey::list(&place.node, &who).await.unwrap().is_empty());
}

#[tokio::test]
async fn what_does_not_hold_does_not_sign_in() {
    let place = Place::new().await;
    let device = Device::new(7);
    registered(&place, &device).await;
    let mut lines = Vec::new();
    let cases: [(&str, Said<'static>); 6] = [
        ("another site", Said { origin: "https://pu1.example", ..GET }),
        ("another domain", Said { domain: "pu1.example", ..GET }),
        ("nobody there", Said { flags: 0, ..GET }),
        ("nobody verified", Said { flags: 1, ..GET }),
        ("an answer to another question", Said { kind: "webauthn.create", ..GET }),
        ("a counter that stands", Said { counter: 0, ..GET }),
    ];
    for (name, said) in cases {
        let options = passkey::begin_sign_in(&place.node, "browser", "192.0.2.1").await.unwrap();
        // Counters are kept only once one is told.
        if name == "a counter that stands" {
            let first = device.answer(&options, &Said { counter: 5, ..GET });
            passkey::sign_in(&place.node, "browser", &first, "test", "/").await.unwrap();
        }
        let options = passkey::begin_sign_in(&place.node, "browser", "192.0.2.1").await.unwrap();
        let answer = device.answer(&options, &said);
        lines.push(format!(
            "{name}: {}",
            told(passkey::sign_in(&place.node, "browser", &answer, "test", "/").await)
        ));
    }
    let fine = Said { counter: 9, ..GET };
    let options = passkey::begin_sign_in(&place.node, "browser", "192.0.2.1").await.unwrap();
    let other = Device::new(7).answer(&options, &fine);
    lines.push(format!(
        "another key: {}",
        told(passkey::sign_in(&place.node, "browser", &other, "test", "/").await)
    ));
    let options = passkey::begin_sign_in(&place.node, "browser", "192.0.2.1").await.unwrap();
    let answer = device.answer(&options, &fine);
    lines.push(format!(
        "another browser: {}",
        told(passkey::sign_in(&place.node, "else", &answer, "test", "/").await)
    ));
    let options = passkey::begin_sign_in(&place.node, "browser", "192.0.2.1").await.unwrap();
    let answer = device.answer(&options, &fine);
    lines.push(format!(
        "in time: {}",
        told(passkey::sign_in(&place.node, "browser", &answer, "test", "/").await)
    ));
    lines.push(format!(
        "again: {}",
        told(passkey::sign_in(&place.node, "browser", &answer, "test", "/").await)
    ));
    let options = passkey::begin_sign_in(&place.node, "browser", "192.0.2.1").await.unwrap();
    place.clock.advance(SignedDuration::from_mins(11));
    let answer = device.answer(&options, &Said { counter: 20, ..GET });
    lines.push(format!(
        "too late: {}",
        told(passkey::sign_in(&place.node, "browser", &answer, "test", "/").await)
    ));
    let empty = PasskeyAnswer::default();
    lines.push(format!(
        "nothing: {}",
        told(passkey::sign_in(&place.node, "browser", &empty, "test", "/").await)
    ));
    insta::assert_snapshot!(lines.join("\n"), @r"
    another site: passkey: origin
    another domain: passkey: domain
    nobody there: passkey: nobody was verified
    nobody verified: passkey: nobody was verified
    an answer to another question: passkey: type
    a counter that stands: passkey: counter
    another key: passkey: signature
    another browser: ceremony
    in time: done
    again: ceremony
    too late: ceremony
    nothing: passkey: client data
    ");
}

#[tokio::test]
async fn a_passkey_is_registered_by_whoever_asked_for_it() {
    let place = Place::new().await;
    let (amina, bilal) =
        (place.somebody("amina@example.org").await, place.somebody("bilal@example.org").await);
    let device = Device::new(7);
    let options = passkey::begin_register(&place.node, &amina, "browser").await.unwrap();
    let answer = device.answer(&options, &CREATE);
    let other = passkey::register(&place.node, &bilal, "browser", &answer, "Theirs").await;
    let options = passkey::begin_register(&place.node, &amina, "browser").await.unwrap();
    let swapped =
        PasskeyAnswer { credential: "AAAAAAAAAAAAAAAAAAAAAAAA".into(), ..device.answer(&options, &CREATE) };
    let swapped = passkey::register(&place.node, &amina, "browser", &swapped, "Mine").await;
    let options = passkey::begin_register(&place.node, &amina, "browser").await.unwrap();
    let weak = PasskeyAnswer { algorithm: -65535, ..device.answer(&options, &CREATE) };
    let weak = passkey::register(&place.node, &amina, "browser", &weak, "Mine").await;
    insta::assert_snapshot!([told(other), told(swapped), told(weak)].join("\n"), @r"
    ceremony
    passkey: credential
    passkey: key
    ");
}
