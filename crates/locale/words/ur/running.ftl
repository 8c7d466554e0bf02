# What organisers run: people, background work, the log, settings.
people-title = لوگ
people-lead = کس کا کھاتہ ہے، اور اپنے اداروں کے علاوہ کون کیا کر سکتا ہے۔
people-find = ای میل پتے سے ڈھونڈیں
people-roles = کردار
people-suspend = بند: سائن اِن نہیں کر سکتا
people-deeds = انہوں نے کیا کیا
people-invite = کسی کو دعوت دیں
people-invite-words = پتے کے لیے کھاتہ بنتا ہے اور خط سے بتایا جاتا ہے۔
said-invited = خط سے دعوت بھیج دی گئی۔
role-organiser = منتظم
role-analyst = تجزیہ کار
account-state-active = فعال
account-state-suspended = بند
account-state-erased = مٹایا گیا
job-title = پسِ منظر کے کام
job-lead = خطوط، درآمدات، ویب ہُک کے پیغام اور منصوبے پسِ منظر میں بنتے ہیں اور ناکامی پر دوبارہ آزمائے جاتے ہیں۔ جو ترک ہوئے وہ یہاں ہیں۔
job-dead = ترک شدہ
job-failing = ناکام، دوبارہ آزمائے جائیں گے
job-what = کیا
job-problem = مسئلہ
job-next = اگلی کوشش
job-attempts = { $n ->
    [one] { $n } کوشش
   *[other] { $n } کوششیں
}
job-retry = دوبارہ آزمائیں
job-drop = چھوڑ دیں
job-letter-spent = ترک ہونے پر خط کا متن ہٹا دیا جاتا ہے، اس لیے یہ دوبارہ نہیں بھیجا جا سکتا۔
refusal-letter-spent = ترک ہونے پر خط کا متن ہٹا دیا جاتا ہے، اس لیے یہ دوبارہ نہیں بھیجا جا سکتا۔
said-job-retried = دوبارہ آزمایا جا رہا ہے۔
said-job-dropped = چھوڑ دیا گیا۔
job-state-waiting = منتظر
job-state-running = جاری
job-state-done = مکمل
job-state-dead = ترک شدہ
job-kind-mail = خط
job-kind-import = درآمد
job-kind-webhook = ویب ہُک کو پیغام
job-kind-post-reminder = یاد دہانی
job-kind-erase = مٹانے کا کام
job-kind-mission-plan = مشن کا منصوبہ
job-kind-sweep = میعاد گزرے اندراج ہٹانا
log-title = اندراج نامہ
log-verify = پورا اندراج نامہ جانچیں
log-whole = { $n ->
    [one] { $n } اندراج موجود ہے، بغیر تبدیلی اور اپنی جگہ پر۔
   *[other] تمام { $n } اندراج موجود ہیں، بغیر تبدیلی اور اپنی جگہ پر۔
}
log-erased = { $n ->
    [one] { $n } کا متن مٹایا گیا، جیسا اندراج نامہ کہتا ہے۔
   *[other] { $n } کا متن مٹایا گیا، جیسا اندراج نامہ کہتا ہے۔
}
log-head = اسے کہیں اور لکھ لیں: کٹے یا دوبارہ لکھے گئے اندراج نامے میں یہ نہیں رہے گا۔
log-broken = اندراج نامہ ویسا نہیں جیسا لکھا گیا تھا۔
log-fault-missing = یہاں سے اندراج غائب ہیں
log-fault-altered = اسے بدلا گیا
log-fault-moved = اسے یہاں منتقل کیا گیا
log-fault-unlinked = یہ پچھلے کے بعد نہیں آتا
log-fault-content-altered = اس کا متن بدلا گیا
log-fault-content-missing = اس کا متن غائب ہے، اور مٹانے کا کوئی اندراج نہیں
log-fault-content-not-erased = اس کا متن مٹ جانا چاہیے تھا
log-fault-content-alone = متن ہے مگر اندراج نہیں
log-fault-truncated = اندراج نامہ یہاں ختم ہے
log-fault-rewritten = اندراج نامہ دوبارہ لکھا گیا
refusal-log-too-long = اندراج نامہ اتنا لمبا ہے کہ انتظار مناسب نہیں۔ سرور پر جانچیں: pul log verify
log-doing = کیا کیا گیا
log-table = اندراج کی قسم
log-id = اندراج، شناخت سے
log-account = جس کھاتے نے کیا
log-record = اندراج
log-fields = بدلے ہوئے خانے
log-by = کس نے، کب
setting-title = ترتیبات
setting-lead = یہ فوراً ہر نوڈ پر لاگو ہوتی ہیں۔ تبدیلی واپس لینے پر ترتیب کی فائل پھر لاگو ہوتی ہے۔
setting-post-days = اعلان کتنے دن شائع رہے
setting-remind-days = خاتمے سے کتنے دن پہلے یاد دہانی
setting-introduction-days = تعارف کتنے دن جواب کا انتظار کرے
setting-waiting-introductions = ایک ادارے کے کتنے تعارف منتظر رہ سکتے ہیں
setting-open-sign-up = کیا ہر کوئی کھاتہ بنا سکتا ہے
setting-configured = ترتیب کی فائل میں: { $value }
setting-yes = ہاں
setting-no = نہیں، صرف مدعو لوگ
setting-reset = تبدیلی واپس لیں
refusal-out-of-range = { $least } سے { $most } تک کوئی پورا عدد دیں۔
