# مشن، منتظم کے ہاتھ میں۔
mission-desk-lead = مشن تیار کریں، دعوت دیں، فریقوں کی خواہشیں لیں، منصوبہ بنائیں، شائع کریں اور دنوں کو چلائیں۔
mission-desk-new = نیا مشن
mission-desk-title = عنوان
mission-desk-first = پہلا دن
mission-desk-days = کتنے دن
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
mission-desk-progress = قدر { $value }؛ کسی منصوبے کی قدر { $bound } سے زیادہ نہیں؛ فرق { $gap }
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
mission-desk-adopt = اسے زیرِ کار منصوبہ بنائیں
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
mission-desk-table = جدول
mission-desk-picture = تصویر
mission-desk-charts = خاکے
mission-desk-left = رہ جانے والی
mission-desk-exports = ساتھ لے جائیں
mission-desk-workbook = ورک بک (XLSX)
mission-desk-svg = تصویر (SVG)
mission-desk-sheets = چھاپنے کے سب پرچے
mission-desk-plan-json = منصوبہ (JSON)
mission-desk-mission-json = مشن (JSON)
mission-desk-picture-large = تصویر الگ کھولیں
mission-desk-lock = جما دیں
mission-desk-unlock = آزاد کریں
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
mission-desk-suggest-words = جوڑے جو اپنے اشتہاروں کے لحاظ سے موزوں ہیں اور جن کی ابھی کوئی خواہش نہیں۔
mission-desk-withdraw = واپس لیں

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
mission-desk-at = { $day }، { $when } پر

said-mission-created = مشن مسودے کے طور پر موجود ہے۔
said-mission-opened = مشن کھل گیا؛ مدعو فریقوں کو بتا دیا جاتا ہے۔
said-mission-closed = مشن ختم ہوا؛ کون کس سے ملا، یاد رکھا جاتا ہے۔
said-mission-invited = دعوت دے دی گئی۔
said-mission-removed = ہٹا دیا گیا۔
said-mission-wish-added = خواہش شامل ہو گئی۔
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
