# مشن، آنے والوں کی نظر سے۔
missions-lead = دونوں ملکوں کی کمپنیوں کی ملاقاتیں، ایک ساتھ طے کی گئیں۔ ہر وقت کے ساتھ اس کا ٹائم زون لکھا ہے۔
missions-none = ابھی دکھانے کو کوئی مشن نہیں۔
missions-days = { $first } سے { $last } تک
missions-places = جگہیں
missions-online = آن لائن، کہیں سے بھی
missions-tables = { $n ->
    [one] { $n } میز
   *[other] { $n } میزیں
}
missions-come = { $n ->
    [one] { $n } فریق آ رہا ہے
   *[other] { $n } فریق آ رہے ہیں
}
missions-blocks = وہ اوقات جن میں ملاقات نہیں
missions-block-always = سب کے لیے
missions-mine = آپ کا حصہ
missions-not-mine = کسی فریق کا منصوبہ صرف اس کے نمائندوں کو دکھایا جاتا ہے۔
missions-state-draft = تیاری میں
missions-state-open = جواب اور خواہشوں کے لیے کھلا
missions-state-planned = طے شدہ
missions-state-closed = ختم
missions-invitation = دعوت
missions-invitation-invited = آپ کے جواب کا انتظار ہے
missions-invitation-coming = آ رہے ہیں
missions-invitation-declined = نہیں آ رہے
missions-invitation-dropped-out = شرکت واپس لے لی
missions-timetable = اوقات نامہ
missions-wishes = خواہشیں

# دعوت کا جواب۔
missions-attend-lead = بتائیے کون آئے گا، کب اور کہاں۔ منصوبہ اس کا پابند رہتا ہے؛ منصوبہ شائع ہونے تک آپ اسے بدل سکتے ہیں، اس کے بعد منتظم منصوبہ درست کرتا ہے۔
missions-delegates = کون آئے گا
missions-delegate-name = شخص { $n } کا نام
missions-delegate-email = دعوت ناموں کا ای میل، اگر آپ کے ای میل سے الگ ہو
missions-delegates-hint = کم از کم ایک۔ ہر شخص ایک وقت میں ایک ملاقات میں ہو سکتا ہے؛ نام خالی چھوڑنے سے شخص ہٹ جاتا ہے۔
missions-zone = آپ کی گھڑی کا ٹائم زون
missions-hours = آپ کن اوقات میں ملتے ہیں
missions-hours-from = سے
missions-hours-until = تک
missions-hours-hint = آپ کی اپنی گھڑی پر۔ خالی: جگہ پر کوئی حد نہیں، آن لائن 08:00 سے 20:00۔
missions-days-of-week = دن
missions-stretch = ان اوقات سے پہلے اور بعد کے منٹ جو آپ کو منظور ہیں
missions-venues = جگہیں جہاں آپ آ سکتے ہیں
missions-venues-hint = کوئی نہ چنیں تو سب۔
missions-away = جب آپ نہیں مل سکتے
missions-away-hint = ہر سطر میں ایک وقفہ: 2027-03-01 09:00 – 2027-03-01 12:00
missions-coming = ہم آئیں گے
missions-not-coming = ہم نہیں آئیں گے
missions-save-coming = محفوظ کریں: ہم آئیں گے
missions-drop-out = شرکت واپس لیں
missions-drop-out-words = آپ کی ملاقاتیں منسوخ ہوں گی اور دوسروں کو بتا دیا جائے گا۔

# خواہشیں۔
missions-wishes-lead = درخواست منظور ہونے تک کچھ نہیں روکتی۔ جو طے ہو جائے وہ منصوبے میں آتا ہے۔
missions-incoming = { $n ->
    [one] { $n } درخواست آپ کے جواب کی منتظر ہے
   *[other] { $n } درخواستیں آپ کے جواب کی منتظر ہیں
}
missions-outgoing = آپ کی درخواستیں
missions-agreed = طے شدہ
missions-past = ختم شدہ
missions-suggested = شاید آپ ان سے ملنا چاہیں
missions-suggested-none = فی الحال کوئی اور موزوں نہیں۔
missions-why = { $points } پوائنٹ: { $ask } اور { $offer }
missions-quota = { $most } میں سے { $used } درخواستیں استعمال ہو چکیں؛ نامنظور، واپس لی گئی یا مدت گزری درخواست شمار نہیں ہوتی۔
missions-quota-free = { $n ->
    [one] { $n } درخواست جاری ہے۔
   *[other] { $n } درخواستیں جاری ہیں۔
}
missions-answer-by = جواب کی آخری تاریخ { $when }
missions-request = ملاقات کی درخواست کریں
missions-request-whom = کس سے
missions-message = پیغام
missions-accept = منظور
missions-decline = نامنظور
missions-cancel = واپس لیں
missions-must = یہ لازمی ہو
missions-no-thanks = نہیں شکریہ، رازداری سے
missions-no-thanks-words = دوسرے فریق کو نہیں بتایا جاتا: ان کی درخواست بے جواب دکھائی دیتی ہے اور ایسی کوئی ملاقات طے نہیں ہوتی۔
missions-no-thanks-list = فریق جن سے آپ نہیں ملیں گے
missions-no-thanks-undo = دوبارہ اجازت دیں
missions-planned-at = طے ہے: { $when }
missions-left-out = منصوبے میں نہیں: { $why }

# فریق کا اوقات نامہ۔
missions-no-plan = منصوبہ ابھی شائع نہیں ہوا۔ شائع ہونے پر آپ کو ای میل سے بتایا جائے گا۔
missions-edition = اشاعت { $n }، { $when }
missions-next = اگلی ملاقات
missions-now = ابھی
missions-over = ہو چکی
missions-times-hint = پہلا وقت آپ کی اپنی گھڑی کا ہے؛ وہی لمحہ دوسری جگہوں پر اس کے نیچے لکھا ہے۔
missions-sheet = چھاپنے کا پرچہ
missions-ics = کیلنڈر فائل
missions-calendar = کیلنڈر کا پتہ
missions-calendar-words = جو کیلنڈر یہ پتہ پڑھے وہ خود تازہ رہتا ہے۔ جسے پتہ معلوم ہو وہ اوقات نامہ پڑھ سکتا ہے: ہر پروگرام کے لیے الگ پتہ بنائیں اور جو کام کے نہ ہوں انہیں ختم کریں۔
missions-calendar-make = { $person } کے لیے پتہ بنائیں
missions-calendar-made = پتہ ابھی نقل کر لیں: یہ ایک ہی بار دکھایا جاتا ہے۔
missions-calendar-revoke = ختم کریں
missions-calendar-since = { $person }، { $day } کو بنایا گیا
missions-changed = پچھلی اشاعت کے بعد کی تبدیلیاں
missions-changed-none = آپ کے لیے کچھ نہیں بدلا۔
missions-check-in = { $person } کی آمد درج کریں
missions-checked-in = { $person } کی آمد { $when } پر درج ہوئی
missions-after = ملاقات کے بعد
missions-did-it = کیا ملاقات ہوئی؟
missions-held = ہوئی
missions-missing = { $party } نہیں آئے
missions-stayed-away = ہم نہیں آ سکے
missions-outcome = کیا نتیجہ نکلا
missions-next-step = اگلا قدم
missions-notes-own = آپ جو لکھتے ہیں اسے صرف اس ملاقات کے فریق اور منتظم پڑھتے ہیں، کوئی اور نہیں۔
missions-verdict-open = جوابوں کا انتظار ہے
missions-verdict-held = ملاقات ہوئی
missions-verdict-disputed = دونوں فریق متفق نہیں؛ منتظم فیصلہ کرے گا
missions-verdict-unknown = کسی نے کچھ نہیں بتایا
missions-offers = ایک نشست خالی ہوئی ہے
missions-offer = { $with }: { $when }، { $place }؛ آپ کے لیے { $until } تک محفوظ
missions-offer-accept = لے لیں
missions-offer-refuse = چھوڑ دیں
missions-offer-waiting = آپ نے ہاں کہہ دی؛ دوسرے فریق کا جواب باقی ہے۔

# مشن کے صفحوں کے گرد۔
missions-front = مشن
missions-pages = مشن کے صفحے
missions-group-mine = آپ کے
missions-group-open = دوسرے
missions-group-over = ختم شدہ
missions-day-before = ایک دن پہلے { $time }
missions-day-after = اگلے دن { $time }
missions-block-daily = ہر روز
missions-block-kept = جو اس کے پابند ہیں
missions-block-own-clock = ہر ایک کی اپنی گھڑی پر
missions-who = کون آ رہا ہے
missions-role-buyer = خریدار
missions-role-supplier = فراہم کنندہ
missions-role-startup = نئی کمپنی
missions-role-investor = سرمایہ کار
missions-role-mentor = رہنما
missions-change = بدلیں کہ کون اور کب آئے گا
missions-coming-title = آپ کا جواب
missions-not-coming-words = آپ کی درخواستیں اور طے شدہ ملاقاتیں واپس لے لی جاتی ہیں۔
missions-keeps = وہ اوقات جو آپ خالی رکھتے ہیں
missions-fault-time = { $text } ایسا وقت نہیں جیسا 09:30۔
missions-fault-hours = شروع اور ختم دونوں بتائیں، یا کوئی بھی نہیں۔
missions-fault-span = { $text } ویسا وقفہ نہیں جیسا دکھایا گیا ہے۔
missions-fault-stretch = منٹ پورے عدد میں لکھیں۔
missions-agreed-none = ابھی کچھ طے نہیں ہوا۔
missions-need-not = اس کا ہونا لازمی نہیں
missions-find = نام کا کوئی حصہ
missions-find-more = ان کے سوا اور بھی ہیں: پہلے نام تلاش کریں۔
missions-whom-none = کوئی اور نہیں جس سے درخواست کی جائے۔
missions-calendar-open = کیلنڈر پروگرام میں کھولیں
missions-meeting = ملاقات
missions-rule = دونوں طرف سے پوچھا جاتا ہے۔ جس کے بارے میں کہا جائے کہ وہ نہیں آیا اور وہ وقت پر جواب نہ دے، وہ نہیں آیا؛ جہاں دونوں میں اختلاف ہو وہاں فیصلہ منتظم کرتا ہے۔
missions-outcome-yours = آپ کی طرف سے لکھا ہوا
missions-outcome-theirs = { $party } نے کیا لکھا
missions-verdict-absent = نہیں آئے: { $party }

page-missions = مشن
said-mission-answered = آپ کا جواب محفوظ ہو گیا۔
said-mission-requested = درخواست بھیج دی گئی۔ جواب آنے پر آپ کو بتایا جائے گا۔
said-mission-accepted = منظور ہو گئی۔
said-mission-declined = نامنظور ہو گئی۔
said-mission-cancelled = واپس لے لی گئی۔
said-mission-no-thanks = درج ہو گیا۔ دوسرے فریق کو نہیں بتایا جاتا۔
said-mission-allowed = ان کے ساتھ ملاقات دوبارہ طے ہو سکتی ہے۔
said-mission-must = اسے لازمی قرار دے دیا گیا۔
said-mission-checked-in = آمد درج ہو گئی۔
said-mission-told = شکریہ، آپ کی بات درج ہو گئی۔
said-mission-offer = آپ کا جواب درج ہو گیا۔
said-mission-revoked = یہ پتہ اب کام نہیں کرتا۔
