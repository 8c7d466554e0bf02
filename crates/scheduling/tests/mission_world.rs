//! A small mission with every kind of rule in it, for the tests beside.
#![allow(dead_code, missing_docs)]

use pul_domain::Mission;

pub fn world() -> Mission {
    serde_json::from_str(WORLD).expect("the mission reads")
}

const WORLD: &str = r#"{
 "format":"pul-mission/1","id":"spring","title":"Spring mission",
 "venues":[
  {"id":"toronto-hall","name":"Hall","zone":"America/Toronto","area":"toronto","tables":2,
   "grids":[{"session":"day1","date":"2026-04-20","start":"08:30","slots":4,"minutes":25,"pause":5},
            {"session":"day1","date":"2026-04-20","start":"11:00","slots":3,"minutes":25,"pause":5}],
   "closed":[{"from":"2026-04-20T12:00:00","until":"2026-04-20T12:10:00","zone":"America/Toronto"}]},
  {"id":"ottawa-room","name":"Room","zone":"America/Toronto","area":"ottawa","tables":1,
   "grids":[{"session":"day2","date":"2026-04-21","start":"09:00","slots":4,"minutes":30}]},
  {"id":"booth","name":"Booth of Maple","zone":"America/Toronto","area":"toronto","tables":1,"host":"maple",
   "grids":[{"session":"day1","date":"2026-04-20","start":"08:30","slots":4,"minutes":20,"pause":10}]},
  {"id":"video","name":"Video","zone":"UTC","tables":3,
   "grids":[{"session":"online","date":"2026-04-22","start":"12:00","slots":6,"minutes":30}]}],
 "travel":[{"from":"toronto","to":"ottawa","minutes":300}],
 "blocks":[{"id":"zuhr","title":"Zuhr prayer","days":["monday","tuesday","wednesday","thursday","friday"],"start":"13:15","end":"13:45","zone":"America/Toronto"},
           {"id":"opening","title":"Opening","days":["monday"],"start":"08:00","end":"09:00","zone":"America/Toronto","everybody":true}],
 "attendees":[
  {"party":"maple","name":"Maple","role":"buyer","zone":"America/Toronto","delegates":["maple-1","maple-2"],"least":2,"most":4},
  {"party":"birch","name":"Birch","role":"buyer","zone":"America/Toronto","delegates":["birch-1"],"least":1,"venues":["toronto-hall","ottawa-room","video"],
   "away":[{"from":"2026-04-20T11:00:00","until":"2026-04-20T11:30:00","zone":"America/Toronto"}]},
  {"party":"cedar","name":"Cedar","role":"investor","zone":"America/Halifax","delegates":["cedar-1"],"venues":["video"]},
  {"party":"indus","name":"Indus","role":"supplier","zone":"Asia/Karachi","delegates":["indus-1"],"keeps":["zuhr"],"with_role":[{"role":"investor","least":1}]},
  {"party":"ravi","name":"Ravi","role":"supplier","zone":"Asia/Karachi","delegates":["ravi-1"],"venues":["video"],
   "hours":{"zone":"Asia/Karachi","start":"09:00","end":"18:00"},"stretch_minutes":60},
  {"party":"chenab","name":"Chenab","role":"supplier","zone":"Asia/Karachi","delegates":["chenab-1"],"no_thanks":["birch"],"most":2},
  {"party":"swat","name":"Swat","role":"supplier","zone":"Asia/Karachi","delegates":["swat-1"]}],
 "may_meet":[["buyer","supplier"],["investor","supplier"],["buyer","investor"],["buyer","buyer"]],
 "met_before":[["maple","swat"]],"repeat_percent":50,
 "wishes":[
  {"id":"w1","parties":["maple","indus"],"value":90,"state":"accepted"},
  {"id":"w2","parties":["maple","chenab"],"value":80,"state":"accepted"},
  {"id":"w3","parties":["birch","indus"],"value":70,"state":"must"},
  {"id":"w4","parties":["birch","chenab"],"value":99,"state":"accepted"},
  {"id":"w5","parties":["maple","ravi"],"value":60,"state":"accepted","delegates":["maple-2"]},
  {"id":"w6","parties":["cedar","indus"],"value":40,"state":"accepted"},
  {"id":"w7","parties":["maple","swat"],"value":50,"state":"accepted"},
  {"id":"w8","parties":["birch","swat"],"value":30,"state":"requested"},
  {"id":"w9","parties":["indus","swat"],"value":30,"state":"accepted"},
  {"id":"w10","parties":["birch","swat","maple"],"value":75,"state":"accepted","venues":["ottawa-room"],"after":["w3"]},
  {"id":"w11","parties":["cedar","chenab"],"value":35,"state":"accepted"},
  {"id":"w12","parties":["birch","ravi"],"value":20,"state":"accepted","fixed":{"venue":"video","start":"2026-04-22T12:30:00Z"}}]
}"#;
