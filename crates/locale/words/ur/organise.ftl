# The organiser's desk.
organise-waits = کیا منتظر ہے
organise-counts = موجودہ صورتِ حال
organise-in-review = { $n ->
    [one] اعلان زیرِ جائزہ
   *[other] اعلانات زیرِ جائزہ
}
organise-imports-checked = { $n ->
    [one] درآمد دیکھنے کو
   *[other] درآمدات دیکھنے کو
}
organise-imports-working = { $n ->
    [one] درآمد جاری
   *[other] درآمدات جاری
}
organise-duplicates = { $n ->
    [one] جوڑا شاید ایک ہی
   *[other] جوڑے شاید ایک ہی
}
organise-unanswered = { $n ->
    [one] تعارف ہفتے سے بلا جواب
   *[other] تعارف ہفتے سے بلا جواب
}
organise-expiring = { $n ->
    [one] اعلان ایک ہفتے میں ختم
   *[other] اعلانات ایک ہفتے میں ختم
}
organise-stale = { $n ->
    [one] عدد دوبارہ جانچنے کو
   *[other] اعداد دوبارہ جانچنے کو
}
organise-mail = { $n ->
    [one] خط نہ جا سکا
   *[other] خط نہ جا سکے
}
organise-jobs = { $n ->
    [one] کام ترک ہوا
   *[other] کام ترک ہوئے
}
organise-party-state = شرکاء
organise-post-state = اعلانات
organise-introduction-state = تعارف
organise-accounts = کھاتے
party-state-active = فعال
party-state-hidden = پوشیدہ
party-state-merged = ضم شدہ
party-state-erased = مٹائے گئے
review-title = جائزہ
review-queue = زیرِ جائزہ اعلانات
review-empty = کچھ منتظر نہیں۔
review-reason = وجہ، اگر واپس بھیجا جائے
review-approve = شائع کریں
review-refuse = واپس بھیجیں
said-post-approved = شائع ہو گیا۔
said-post-refused = وجہ کے ساتھ واپس بھیج دیا گیا۔
duplicate-title = دہرے اندراج
duplicate-lead = جوڑے جو شاید ایک ہی ہیں، علامات کے ساتھ۔ ضم کرنے سے اعلانات، اراکین اور تعارف منتقل ہوتے ہیں، اور اسے واپس کیا جا سکتا ہے۔
duplicate-none = کوئی جوڑا ایک جیسا نہیں لگتا۔
duplicate-posts = { $n ->
    [one] { $n } اعلان
   *[other] { $n } اعلانات
}
duplicate-keep = { $name } کو رکھیں
duplicate-made = کیے گئے انضمام
duplicate-stands = { $merged } کی جگہ { $kept } ہے۔
duplicate-undo = واپس کریں
duplicate-undone = واپس کر دیا گیا
duplicate-same-name = ایک نام
duplicate-alike-name = ملتے جلتے نام
duplicate-same-page = ایک ویب سائٹ
duplicate-same-city = ایک شہر
said-merged = ضم ہو گئے۔ نیچے واپس کیا جا سکتا ہے۔
said-unmerged = واپس کر دیا گیا۔
refusal-same-party = دو مختلف شرکاء چنیں۔
import-title = درآمدات
import-lead = فائل پہلے بغیر اثر پڑھی جاتی ہے۔ آپ ہر بات دیکھتے ہیں، پھر شائع کریں یا چھوڑ دیں۔
import-mapping = کالم کیسے پڑھے جائیں
import-own = پل کی اپنی JSON Lines
import-file = فائل
import-file-hint = CSV، TSV، XLSX یا JSON Lines، زیادہ سے زیادہ { $most } MB
import-read = بغیر اثر پڑھیں
import-made = اب تک کی درآمدات
import-rows = { $rows } سطریں پڑھیں، { $taken } لی جا سکتی ہیں۔
import-again = دوبارہ دیکھیں
import-publish = شائع کریں
import-undo = واپس نکالیں
import-findings = نتائج
import-more = { $n ->
    [one] اور { $n } مزید
   *[other] اور { $n } مزید
}
import-state-uploaded = پڑھا جا رہا ہے
import-state-checked = پڑھ لیا، شائع نہیں
import-state-publishing = شائع ہو رہا ہے
import-state-published = شائع
import-state-undone = واپس نکالا گیا
import-state-failed = پڑھا نہ جا سکا
said-import-taken = وصول ہو گیا؛ پڑھا جا رہا ہے۔
