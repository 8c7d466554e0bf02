# مشن، منتظم کے ہاتھ میں۔
mission-desk-lead = مشن تیار کریں، دعوت دیں، فریقوں کی خواہشیں لیں، منصوبہ بنائیں، شائع کریں اور دنوں کو چلائیں۔
mission-desk-new = نیا مشن
mission-desk-title = عنوان
mission-desk-first = پہلا دن
mission-desk-start = پہلی نشست کا وقت
mission-desk-slots = ایک دن کی نشستیں
mission-desk-minutes = نشست کے منٹ
mission-desk-pause = نشستوں کے بیچ کے منٹ
mission-desk-venue = جگہ کا نام
mission-desk-zone = جگہ کا ٹائم زون
mission-desk-area = شہر یا نمائش گاہ؛ خالی: آن لائن
mission-desk-tables = میزیں
mission-desk-create = مشن بنائیں
mission-desk-upload = یا مشن کی دستاویز دیں
mission-desk-file = دستاویز (JSON)
mission-desk-upload-hint = جیسی کمانڈ لائن کا منصوبہ ساز پڑھتا ہے: جگہیں، شرکا، خواہشیں۔ ہر خرابی اپنی جگہ اور علاج کے ساتھ بتائی جاتی ہے۔
mission-desk-read = دستاویز پڑھیں
mission-desk-missions = اب تک کے مشن
mission-desk-front = خلاصہ
mission-desk-attendees = شرکا
mission-desk-wishes = خواہشیں
mission-desk-plan = منصوبہ
mission-desk-happened = کچھ ہو گیا
mission-desk-board = آج کا تختہ
mission-desk-open = جواب اور خواہشوں کے لیے کھولیں
mission-desk-close = مشن ختم کریں
mission-desk-public = عوامی صفحہ
mission-desk-counts = ایک نظر میں
mission-desk-invited = جواب باقی
mission-desk-coming = آ رہے ہیں
mission-desk-standing = جاری درخواستیں
mission-desk-agreed = طے شدہ خواہشیں

# منصوبہ بندی۔
mission-desk-planning = منصوبہ بندی
mission-desk-start-plan = منصوبہ بنائیں
mission-desk-go-on = موجودہ منصوبے سے آگے بڑھیں
mission-desk-effort = محنت
mission-desk-effort-quick = سرسری
mission-desk-effort-usual = معمول کی
mission-desk-effort-long = گہری
mission-desk-stop = روکیں اور اب تک کا بہترین رکھیں
mission-desk-under-way = منصوبہ ساز کام کر رہا ہے۔ صفحہ چند سیکنڈ بعد خود دوبارہ دیکھتا ہے۔
mission-desk-again = دوبارہ دیکھیں
mission-desk-waiting = باری کا انتظار
mission-desk-running = کام جاری
mission-desk-stopping = رک رہا ہے
mission-desk-done = مکمل
mission-desk-failed = ناکام
mission-desk-gap = فرق
mission-desk-steps = { $of } میں سے { $work } قدم
mission-desk-findings = مشن میں کیا غلط ہے
mission-desk-versions = منصوبے کے نسخے
mission-desk-version = منصوبہ { $n }
mission-desk-made-planned = بنایا گیا
mission-desk-made-repaired = درست کیا گیا
mission-desk-made-taken = خالی نشست لی گئی
mission-desk-moved = { $moved } ملاقاتیں منتقل ہوئیں؛ یہی ملاقاتیں رکھنے والی کوئی درستی { $least } سے کم منتقل نہیں کرتی
mission-desk-in-work = زیرِ کار
mission-desk-seen = جو لوگ دیکھتے ہیں
mission-desk-no-plan = ابھی کوئی منصوبہ نہیں۔

# اشاعت۔
mission-desk-publication = اشاعت
mission-desk-stage-draft = مسودہ، صرف منتظمین دیکھتے ہیں
mission-desk-stage-review = جائزے میں
mission-desk-stage-published = شائع شدہ
mission-desk-submit = جائزے کے لیے دیں
mission-desk-return = واپس بھیجیں
mission-desk-publish = شائع کریں اور لوگوں کو بتائیں
mission-desk-unpublish = اشاعت واپس لیں اور سب ملاقاتیں منسوخ کریں
mission-desk-told = لوگوں کو { $version } اشاعتیں بتائی گئیں، آخری { $when } کو
mission-desk-not-told = لوگوں کو ابھی کوئی منصوبہ نہیں بتایا گیا۔
mission-desk-changes = اشاعت سے کیا بدلے گا
mission-desk-changes-count = { $n ->
    [one] { $n } شخص کو نئی بات بتائی جائے گی
   *[other] { $n } لوگوں کو نئی بات بتائی جائے گی
}
mission-desk-changes-none = کسی کے لیے کچھ نہیں بدلے گا۔

# دکھایا گیا منصوبہ۔
mission-desk-picture = تصویر
mission-desk-charts = خاکے
mission-desk-left = رہ جانے والی
mission-desk-exports = ساتھ لے جائیں
mission-desk-workbook = ورک بک (XLSX)
mission-desk-sheets = چھاپنے کے سب پرچے
mission-desk-plan-json = منصوبہ (JSON)
mission-desk-mission-json = مشن (JSON)
mission-desk-picture-large = تصویر الگ کھولیں
mission-desk-lock = جما دیں
mission-desk-locked = جمی ہوئی
mission-desk-lock-words = جمی ہوئی ملاقات اپنی جگہ رہتی ہے جب باقی کا منصوبہ نئے سرے سے بنے۔
mission-desk-none-left = ہر خواہش منصوبے میں ہے۔

# شرکا اور خواہشیں۔
mission-desk-invite = فریق کو دعوت دیں
mission-desk-party-id = فریق کی شناخت
mission-desk-party-hint = ڈائرکٹری میں اس کے پتے کا آخری حصہ۔
mission-desk-role = کردار
mission-desk-role-hint = supplier، buyer، investor …
mission-desk-least = وعدے کی ملاقاتیں
mission-desk-most = زیادہ سے زیادہ ملاقاتیں
mission-desk-remove = ہٹائیں
mission-desk-add-wish = خواہش شامل کریں
mission-desk-one = ایک فریق
mission-desk-other = دوسرا
mission-desk-points = قدر پوائنٹ میں
mission-desk-suggest = تجاویز شامل کریں
mission-desk-suggest-words = جو جوڑے اپنے اشتہاروں کے لحاظ سے موزوں ہیں اور جن کی ابھی کوئی خواہش نہیں، ان سے پوچھا جاتا ہے، ہر فریق کے لیے زیادہ سے زیادہ تین۔ جب تک دونوں منظور نہ کریں کچھ طے نہیں ہوتا۔

# جو کچھ ہو جائے۔
mission-desk-happened-lead = بتائیے کیا ہوا۔ زیرِ کار منصوبہ کم سے کم ملاقاتیں منتقل کر کے درست کیا جاتا ہے؛ لوگ اسے شائع ہونے کے بعد دیکھتے ہیں۔
mission-desk-drop-out = شرکت واپس لی
mission-desk-late = دیر سے آ رہے ہیں
mission-desk-closed = جگہ بند ہو گئی
mission-desk-who = کون
mission-desk-place = جگہ
mission-desk-from = سے
mission-desk-until = تک
mission-desk-repair = منصوبہ درست کریں
mission-desk-own-clock = فریق یا جگہ کی گھڑی پر۔

# آج کا تختہ۔
mission-desk-now = ابھی
mission-desk-next = اگلی
mission-desk-nobody-now = اس وقت کوئی میز پر نہیں۔
mission-desk-nothing-next = کوئی ملاقات باقی نہیں۔
mission-desk-attendance = کون آیا
mission-desk-no-absent = جہاں تک معلوم ہے، سب آئے۔
mission-desk-none-arrived = آج ابھی تک کوئی نہیں پہنچا۔
mission-desk-checked-in = آج کی آمد
mission-desk-disputes = دونوں فریق متفق نہیں
mission-desk-no-disputes = کوئی تنازع نہیں۔
mission-desk-says = { $party } کا کہنا: { $what }
mission-desk-decide-held = ملاقات ہوئی
mission-desk-decide-missing = { $party } نہیں آئے
mission-desk-no-shows = جو نہیں آئے
mission-desk-times = { $n ->
    [one] { $n } بار
   *[other] { $n } بار
}

# انہی صفحوں کے باقی لفظ۔
mission-desk-pages = مشن کے صفحے
mission-desk-id = شناخت، جیسے پتوں میں آئے گی
mission-desk-last = آخری دن
mission-desk-edit = مشن بدلیں
mission-desk-document = پوری دستاویز
mission-desk-document-words = جگہیں، نشستیں، وقفے، نماز کے اوقات، سفر اور کون کس سے مل سکتا ہے دستاویز میں ہیں: اسے لے جائیں، بدلیں، دوبارہ دیں۔ شرکا اور خواہشیں جوں کی توں رہتی ہیں۔
mission-desk-rules = یہ کیسے چلتا ہے
mission-desk-answer-days = درخواست کتنے دن جواب کا انتظار کرے
mission-desk-most-requests = ایک فریق کی بیک وقت جاری درخواستیں
mission-desk-witness-hours = ملاقات کے بعد کتنے گھنٹوں میں بتایا جائے کہ وہ ہوئی یا نہیں
mission-desk-members-must = فریق کہہ سکتے ہیں کہ طے شدہ ملاقات لازماً ہو
mission-desk-is-closed = مشن ختم ہو چکا؛ اب اس میں کچھ نہیں بدلتا۔
mission-desk-close-words = اس میں پھر کچھ نہیں بدلتا، اور بعد کے مشن یاد رکھتے ہیں کہ کون کس سے ملا۔
mission-desk-on-waiting-list = انتظار کی فہرست میں
mission-desk-in-work-now = زیرِ کار منصوبہ:
mission-desk-no-findings = کوئی خرابی نہیں۔
mission-desk-all = سب
mission-desk-no-wishes = ایسی کوئی خواہش نہیں۔
mission-desk-stands-at = حالت
mission-desk-asked-by = کس نے مانگی
mission-desk-need-not = لازمی نہیں
mission-desk-invite-words = جو فریق فہرست میں ہے وہ رہتا ہے: یہاں کی بات اس کے کردار، ٹائم زون اور وعدوں کی جگہ لے لیتی ہے۔
mission-desk-remove-whom = { $party } کو ہٹائیں
mission-desk-role-buyer = خریدار
mission-desk-role-supplier = فراہم کنندہ
mission-desk-role-investor = سرمایہ کار
mission-desk-role-startup = نئی کمپنی
mission-desk-bound = کسی منصوبے میں اس سے زیادہ نہیں
mission-desk-plan-words = منصوبہ ساز پہلے وعدے کی ملاقاتیں رکھتا ہے، پھر زیادہ سے زیادہ باہمی قدر، پھر انصاف، پھر کم وقفے، کم سفر اور کم تکلیف دیکھتا ہے۔ زیادہ محنت سے منصوبہ بہتر ہی ہو سکتا ہے۔
mission-desk-anew = شروع سے
mission-desk-seed = بیج
mission-desk-seed-hint = ایک ہی بیج اور محنت سے ایک ہی منصوبہ بنتا ہے۔
mission-desk-stand-still = صفحے کو ٹھہرا رہنے دیں
mission-desk-picture-alt = { $mission } کا پورا نظام الاوقات تصویر میں: { $meetings } ملاقاتیں، میز اور وقت کے لحاظ سے۔ نیچے ملاقاتوں کی جدول یہی لفظوں میں بتاتی ہے۔
mission-desk-sheets-pdf = سب پرچے (PDF)
mission-desk-in-figures = یہی اعداد میں
mission-desk-lock-party = ان کی سب ملاقاتیں
mission-desk-lock-all = سب جما دیں
mission-desk-unlock-all = سب آزاد کریں
mission-desk-what = کیا ہوا
mission-desk-late-or-leaves = دیر سے، یا پہلے روانگی
mission-desk-leaves = پہلے جا رہے ہیں
mission-desk-ends-hint = جگہ کی گھڑی پر؛ خالی: شروع سے، آخر تک۔
mission-desk-own = جو فریقوں نے خود کیا
mission-desk-own-words = ملاقات واپس لی، شرکت واپس لی، اوقات بدلے: منصوبہ اس کے مطابق کیا جاتا ہے۔
mission-desk-look = دیکھیں کیا بدلے گا
mission-desk-looked = درستی کیا کرے گی
mission-desk-leave = رہنے دیں
mission-desk-lost = { $n ->
    [one] { $n } ملاقات جاتی رہی
   *[other] { $n } ملاقاتیں جاتی رہیں
}
mission-desk-gained = { $n ->
    [one] { $n } ملاقات خالی ہوئی جگہ لیتی ہے
   *[other] { $n } ملاقاتیں خالی ہوئی جگہیں لیتی ہیں
}
mission-desk-changes-person = ہر شخص کے لیے کیا بدلتا ہے
mission-desk-more-people = { $n ->
    [one] اور { $n } شخص۔
   *[other] اور { $n } لوگ۔
}
mission-desk-more-findings = { $n ->
    [one] اور { $n }۔
   *[other] اور { $n }۔
}
mission-desk-attendee-count = { $n ->
    [one] فہرست میں { $n } فریق
   *[other] فہرست میں { $n } فریق
}
mission-desk-offered = انتظار کی فہرست کے لیے رکھی نشستیں
mission-desk-to-come = باقی
mission-desk-look-at = کوئی اور وقت دیکھیں
refusal-value = یہ موجود نہیں، یا پڑھا نہیں جا سکتا۔

said-mission-created = مشن مسودے کے طور پر موجود ہے۔
said-mission-opened = مشن کھل گیا؛ مدعو فریقوں کو بتا دیا جاتا ہے۔
said-mission-closed = مشن ختم ہوا؛ کون کس سے ملا، یاد رکھا جاتا ہے۔
said-mission-invited = دعوت دے دی گئی۔
said-mission-removed = ہٹا دیا گیا۔
said-mission-wish-added = خواہش شامل ہو گئی۔
said-mission-proposed = تجاویز بھیج دی گئیں؛ ان کے فریق جواب دیں گے۔
said-mission-suggested = تجاویز شامل ہو گئیں۔
said-mission-planning = منصوبہ ساز نے کام شروع کر دیا۔
said-mission-stopping = منصوبہ ساز رکتا ہے اور اب تک کا بہترین رکھتا ہے۔
said-mission-submitted = جائزے کے لیے دے دیا گیا۔
said-mission-returned = مسودے کے طور پر واپس ہوا۔
said-mission-published = شائع ہو گیا۔ جن کی ملاقاتیں بدلیں انہیں بتا دیا جاتا ہے۔
said-mission-unpublished = اشاعت واپس لی گئی۔ سب کو بتایا جاتا ہے کہ ملاقاتیں منسوخ ہیں۔
said-mission-locked = جما دی گئی۔
said-mission-unlocked = آزاد کر دی گئی۔
said-mission-repaired = منصوبہ درست ہو گیا۔ دیکھ لیں، پھر شائع کریں۔
said-mission-decided = فیصلہ ہو گیا۔
mission-desk-calm = پُرسکون دن
mission-desk-calm-hint = جب تمام میزیں بھری ہوں تو سب سے کم قدر کی چند ملاقاتیں چھوڑ دی جاتی ہیں تاکہ لوگوں کے وقفے کم ہوں۔ منصوبہ شائع ہونے پر یہ انہی فریقوں کو پیش کی جاتی ہیں۔
mission-desk-calm-none = کچھ نہ چھوڑیں
mission-desk-calm-share = قدر کا زیادہ سے زیادہ { $share } چھوڑیں
