# مشن: ملاقاتوں کا منصوبہ، منتظمین اور آنے والوں کے لیے۔
mission-when = کب
mission-elsewhere = دوسری جگہ کا وقت
mission-place = جگہ
mission-table = میز
mission-who = کون
mission-with = کس کے ساتھ
mission-value = قدر
mission-person = شخص
mission-party = فریق
mission-day = دن
mission-wish = خواہش
mission-why = کیوں نہیں
mission-admits = کس تبدیلی سے ممکن ہو گا
mission-change = تبدیلی
mission-before = پہلے
mission-after = بعد میں
mission-figure = عدد
mission-reached = حاصل
mission-bound = کوئی منصوبہ نہیں
mission-meetings = ملاقاتیں
mission-left-out = رہ جانے والی
mission-people = لوگ
mission-figures = اعداد
mission-table-at = { $venue }، میز { $table }
mission-meeting-count = { $n ->
    [one] { $n } ملاقات
   *[other] { $n } ملاقاتیں
}
mission-left-count = { $n ->
    [one] { $n } خواہش رہ گئی
   *[other] { $n } خواہشیں رہ گئیں
}

# مقصد، اپنی ترتیب میں۔
mission-missed = وعدے کی ملاقاتیں جو نہ ہو سکیں
mission-total-value = طے شدہ ملاقاتوں کی قدر
mission-unevenness = فریقوں کے درمیان نا برابری
mission-breaks = وقفے
mission-idle = خالی وقت
mission-travel = سفر
mission-discomfort = اپنے اوقات سے باہر
mission-at-least = { $n } سے کم
mission-at-most = { $n } سے زیادہ
mission-proven = ثابت شدہ: کوئی منصوبہ اس سے زیادہ وعدے پورے نہیں کرتا، اور جو اتنے پورے کرے اس کی قدر زیادہ نہیں۔
mission-promises-gap = وعدے کی زیادہ سے زیادہ { $n } اور ملاقاتیں ہو سکتی ہیں۔
mission-gap = قدر کے زیادہ سے زیادہ { $n } پوائنٹ اور مل سکتے ہیں۔
mission-breaks-bound = انہی ملاقاتوں کے کسی منصوبے میں { $n } سے کم وقفے نہیں۔

# خواہش کس مرحلے پر ہے۔
mission-state-requested = پوچھا گیا، جواب باقی ہے
mission-state-accepted = منظور
mission-state-must = لازمی
mission-state-waiting = انتظار کی فہرست میں
mission-state-declined = نامنظور
mission-state-cancelled = منسوخ
mission-state-expired = مدت ختم

# خواہش کیوں رہ گئی۔
mission-limit-state = مرحلہ: { $state }
mission-limit-parties = اس میں آنے والے دو یا زیادہ مختلف فریق نہیں
mission-limit-not-possible = یہ ملاقات ممکن نہیں
mission-limit-roles = اس مشن میں یہ کردار آپس میں نہیں ملتے
mission-limit-met-before = یہ پچھلے مشن میں مل چکے ہیں
mission-limit-no-common-time = کوئی ایسا وقت نہیں جس میں سب آ سکیں
mission-limit-party-full = { $party } کی ملاقاتوں کی حد پوری ہے
mission-limit-party-busy = { $party } ہر موزوں وقت میں کہیں اور ہے
mission-limit-never-together = سب کے پاس خالی وقت ہے، مگر ایک ساتھ نہیں
mission-limit-tables = جب سب خالی ہیں تب میزیں خالی نہیں
mission-limit-order = دوسری ملاقات کے لحاظ سے ترتیب غلط ہو گی
mission-limit-given-up = پُرسکون دنوں کے لیے اسے چھوڑ دیا گیا

# کس تبدیلی سے ممکن ہو گا۔
mission-admits-acceptance = اس کے فریق منظور کر لیں
mission-admits-table = ایک میز اور: { $venue }، { $when }
mission-admits-one-more = { $party } ایک ملاقات اور کر لے
mission-admits-instead = { $of } جگہ دیں: { $venue }، { $when }؛ قدر میں { $value } کی کمی
mission-admits-free = کوئی رکاوٹ نہیں: { $venue }، { $when }

# کسی شخص کے لیے کیا بدلا۔
mission-gained = نئی
mission-lost = منسوخ
mission-moved = منتقل

# ایک شخص کا پرچہ۔
mission-sheet-title = { $name } کا اوقات نامہ
mission-sheet-lead = { $mission }۔ ہر وقت کے ساتھ اس کا ٹائم زون لکھا ہے؛ پہلا آپ کا اپنا ہے۔
mission-no-meetings = کوئی ملاقات طے نہیں۔
mission-version = نسخہ { $n }

# تصویریں۔
mission-picture-title = اوقات نامہ: { $mission }
mission-picture-text = { $rows } میزوں اور کمروں پر { $meetings } ملاقاتیں؛ جو ملاقات جتنی گہری اتنی قیمتی۔ اوقات { $zones } میں ہیں۔
mission-value-scale = ملاقات کی قدر
mission-overflow = اضافی جگہ
mission-use-title = زیرِ استعمال میزیں
mission-use-text = ہر جگہ کی کتنی نشستیں استعمال ہو رہی ہیں، فیصد میں۔
mission-use-figure = { $all } میں سے { $used }
mission-fair-title = ہر فریق کی ملاقاتیں
mission-fair-text = ہر فریق کی کتنی ملاقاتیں ہیں، اور اس کی کتنی خواہشیں طے ہو سکتی تھیں۔
mission-fair-figure = { $wished } میں سے { $held }
