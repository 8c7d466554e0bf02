# My account, the outbox, what was kept.
account-language = زبان
account-zone = ٹائم زون
account-zone-hint = وقت اسی میں دکھایا جاتا ہے۔ کوئی چنیں یا لکھیں، جیسے America/Halifax؛ خالی ہو تو UTC۔
account-digits = ہندسے
account-digits-latin = 0123456789
account-digits-eastern = ۰۱۲۳۴۵۶۷۸۹
account-letters = آپ کون سے خط چاہتے ہیں
account-letters-words = سائن اِن کے لنک اور نئے اختیار کی اطلاع ہمیشہ آتی ہے۔
account-letters-introductions = تعارف
account-letters-posts = میرے اعلانات: شائع ہوئے یا واپس آئے
account-letters-reminders = یاد دہانی: جو ختم ہونے کو ہے یا ہو گیا
account-letters-missions = مشن
account-quotes = محفوظ تخمینے
account-shortlists = محفوظ فہرستیں
account-none = کوئی نہیں۔
account-sessions = آپ کہاں سائن اِن ہیں
account-browser = براؤزر
account-seen = آخری استعمال
account-end = سائن آؤٹ کریں
account-end-one = { $day } کو استعمال ہوا براؤزر سائن آؤٹ کریں
account-end-all = ہر جگہ سے سائن آؤٹ
account-data = آپ کا ڈیٹا
account-data-words = آپ کے اور ان اداروں کے بارے میں محفوظ سب کچھ جن کے آپ اکیلے نمائندہ ہیں۔
account-export = ڈاؤن لوڈ کریں
account-erase = ہمیشہ کے لیے مٹا دیں
account-erase-words = آپ کا کھاتہ، محفوظ چیزیں اور وہ ادارے جن کا کوئی اور نمائندہ نہیں، سب مٹ جائیں گے، اندراج سے بھی۔ یہ واپس نہیں ہو سکتا۔
account-erase-confirm = تصدیق کے لیے اپنا ای میل پتہ لکھیں
refusal-confirm = یہ آپ کے کھاتے کا پتہ نہیں۔ کچھ نہیں مٹایا گیا۔
said-erased = آپ کے بارے میں سب کچھ مٹا دیا گیا۔
outbox-lead = اس نمائش میں کوئی خط نہیں جاتا؛ یہ وہ ہیں جو بھیجے جاتے۔
outbox-follow = اس کا لنک کھولیں
saved-quote = محفوظ تخمینہ
saved-shortlist = محفوظ فہرست
saved-as-of = جیسا { $day } کو تھا، مجموعہ { $pack }۔
saved-again = آج کے اعداد سے دوبارہ نکالیں
saved-share = ایسا لنک بنائیں جسے کوئی بھی پڑھ سکے
saved-unshare = لنک ختم کریں
saved-remove = ہٹا دیں
saved-link = لنک، صرف ایک بار دکھایا گیا:
saved-gone = { $n ->
    [one] فہرست کا { $n } اعلان اب شائع نہیں۔
   *[other] فہرست کے { $n } اعلانات اب شائع نہیں۔
}
saved-name = یہ فہرست اس نام سے محفوظ کریں
said-removed = ہٹا دیا گیا۔
said-unshared = لنک اب کام نہیں کرتا۔
saved-cost = خریدار کا خرچ
saved-net = فراہم کنندہ کی بچت

# The history of a record.
history-title = تاریخ
history-lead = ہر تبدیلی جیسے اندراج میں محفوظ ہے۔ ہر اندراج اپنے سے پہلے کا نشان رکھتا ہے، اس لیے کوئی چھپ کر نہیں بدلا جا سکتا۔
history-by-self = آپ
history-by-somebody = کوئی اور
history-by-system = نظام
history-closed = بند
history-entry = اندراج
history-erased = اس کا مواد مٹا دیا گیا۔
history-field = خانہ
history-before = پہلے
history-after = بعد
history-see = تاریخ
