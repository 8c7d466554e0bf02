//! Names for invented parties. Any likeness to a real one is chance.

use crate::chance::Chance;

const PAKISTANI_GIVEN: &[&str] = &[
    "Ayesha", "Bilal", "Fatima", "Hamza", "Iqra", "Junaid", "Kiran", "Mahnoor", "Nadia", "Omar", "Rabia", "Saad",
    "Sana", "Tariq", "Usman", "Waqas", "Yusra", "Zainab", "Ahsan", "Danish", "Esha", "Farhan", "Hira", "Imran",
    "Komal", "Laiba", "Maria", "Noman", "Rida", "Shahzad", "Taha", "Umair", "Warda", "Zeeshan", "Adeel", "Mehreen",
];
const PAKISTANI_FAMILY: &[&str] = &[
    "Ahmed", "Ali", "Ansari", "Baig", "Baloch", "Bhatti", "Butt", "Chaudhry", "Durrani", "Farooqi", "Gillani",
    "Hashmi", "Iqbal", "Jatoi", "Kakar", "Khan", "Khattak", "Lodhi", "Malik", "Memon", "Mirza", "Mughal", "Niazi",
    "Qureshi", "Raza", "Rehman", "Shah", "Sheikh", "Siddiqui", "Soomro", "Tareen", "Yousafzai",
];
const CANADIAN_GIVEN: &[&str] = &[
    "Olivia", "Liam", "Chloé", "Noah", "Émilie", "Ethan", "Sophie", "Lucas", "Maude", "Jacob", "Amélie", "William",
    "Priya", "Wei", "Thomas", "Hannah", "Mathieu", "Grace", "Félix", "Ava", "Gabriel", "Zoe", "Antoine", "Isla",
];
const CANADIAN_FAMILY: &[&str] = &[
    "Tremblay", "Singh", "Roy", "Chen", "Gagnon", "Campbell", "Bouchard", "MacDonald", "Patel", "Wilson", "Côté",
    "Nguyen", "Fraser", "Lavoie", "Stewart", "Fortin", "Kim", "Morin", "Clarke", "Bélanger", "Sinclair", "Pelletier",
];
const FIRST_WORDS_CA: &[&str] = &[
    "Maple", "Boreal", "Laurentian", "Lakeshore", "Granite", "Cedar", "Northgate", "Harbour", "Prairie", "Aurora",
    "Tundra", "Rideau", "Fundy", "Kestrel", "Birch", "Confluence", "Trillium", "Saguenay", "Redwing", "Copperleaf",
    "Blue Heron", "Summit", "Okanagan", "Gatineau", "Tamarack", "Fleuve",
];
const FIRST_WORDS_PK: &[&str] = &[
    "Indus", "Chenab", "Margalla", "Khyber", "Ravi", "Deosai", "Sutlej", "Karakoram", "Mehran", "Shalimar", "Thar",
    "Jhelum", "Makran", "Kaghan", "Neelum", "Bolan", "Zarrar", "Roshan", "Ufaq", "Tameer", "Hunar", "Falak", "Sitara",
    "Gulmohar", "Chinar", "Markhor",
];
const SECOND_WORDS: &[&str] = &[
    "Systems", "Software", "Digital", "Labs", "Analytics", "Cloud", "Works", "Studio", "Data", "Interactive",
    "Networks", "Logic", "Security", "Commerce", "Health", "Energy", "Payments", "Learning", "Robotics", "Media",
];

/// A person's name.
pub fn person(pakistani: bool, chance: &mut Chance) -> String {
    let (given, family) = if pakistani {
        (PAKISTANI_GIVEN, PAKISTANI_FAMILY)
    } else {
        (CANADIAN_GIVEN, CANADIAN_FAMILY)
    };
    format!("{} {}", chance.pick(given), chance.pick(family))
}

/// A company's name.
pub fn company(pakistani: bool, chance: &mut Chance) -> String {
    let first = if pakistani { FIRST_WORDS_PK } else { FIRST_WORDS_CA };
    let ending = if pakistani { "(Pvt) Ltd" } else { "Inc." };
    format!("{} {} {ending}", chance.pick(first), chance.pick(SECOND_WORDS))
}
